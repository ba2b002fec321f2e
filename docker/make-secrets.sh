#!/usr/bin/env bash
# Prints a new docker/.env: a random secret for every variable that compose.yaml requires, and the hash of each feed secret.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readers=""
for name in $(grep -oE '\$\{[A-Z0-9_]+:\?\}' compose.yaml | tr -d '${}:?' | sort -u); do
  if [ "$name" = FEED_READERS ]; then continue; fi
  secret=$(od -An -tx1 -N24 /dev/urandom | tr -d ' \n')
  echo "$name=$secret"
  if [[ $name == FEED_SECRET_* ]]; then
    subgraph=$(tr 'A-Z_' 'a-z-' <<<"${name#FEED_SECRET_}")
    hash=$(printf '%s' "$secret" | sha256sum | cut -d ' ' -f 1)
    readers="$readers${readers:+,}\"$subgraph\":\"$hash\""
  fi
done
echo "FEED_READERS='{$readers}'"
