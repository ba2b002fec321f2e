#!/usr/bin/env bash
# Prints a new docker/.env: a random secret for every variable that compose.yaml requires, the hash of each feed secret, and the keys by
# which logs are signed. OIDC_ISSUERS and PUBLIC_URL are passed on from the environment: nobody can make up whom to trust.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${OIDC_ISSUERS:?set it to the issuers to trust, as compose.yaml says}" "${PUBLIC_URL:?set it to where browsers reach the gateway}"

random() { od -An -tx1 -N"$1" /dev/urandom | tr -d ' \n'; }
# An Ed25519 private key as PKCS#8 DER: sixteen bytes that are always the same, then 32 random ones; base64url.
signing_key() { printf "$(sed 's/../\\x&/g' <<<"302e020100300506032b657004220420$(random 32)")" | base64 | tr -d '=\n' | tr '+/' '-_'; }
subgraph_of() { tr 'A-Z_' 'a-z-' <<<"$1"; }

readers="" tokens=""
for name in $(grep -oE '\$\{[A-Z0-9_]+:\?\}' compose.yaml | tr -d '${}:?' | sort -u); do
  case $name in
    FEED_READERS | SUBGRAPH_TOKEN_SECRETS) ;;
    OIDC_ISSUERS | PUBLIC_URL) echo "$name='${!name}'" ;;
    LOG_SIGNING_KEY_*) echo "$name=$(signing_key)" ;;
    *)
      secret=$(random 24)
      echo "$name=$secret"
      case $name in
        FEED_SECRET_*) readers="$readers${readers:+,}\"$(subgraph_of "${name#FEED_SECRET_}")\":\"$(printf '%s' "$secret" | sha256sum | cut -d ' ' -f 1)\"" ;;
        TOKEN_SECRET_*) tokens="$tokens${tokens:+,}\"$(subgraph_of "${name#TOKEN_SECRET_}")\":\"$secret\"" ;;
      esac
      ;;
  esac
done
echo "FEED_READERS='{$readers}'"
echo "SUBGRAPH_TOKEN_SECRETS='{$tokens}'"
