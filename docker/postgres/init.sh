#!/usr/bin/env bash
# Run once by the PostgreSQL image, on an empty volume: for each name of DATABASES a database, a role that owns and migrates it, and a
# role that serves and may only read and write rows. The same rights as shared/src/database-roles.ts gives; a test compares the two.
set -euo pipefail

for database in $DATABASES; do
  owner_password="DATABASE_PASSWORD_${database^^}_OWNER"
  app_password="DATABASE_PASSWORD_${database^^}_APP"
  psql -v ON_ERROR_STOP=1 --quiet --username "$POSTGRES_USER" --dbname postgres \
    -v database="$database" -v owner="${database}_owner" -v app="${database}_app" \
    -v owner_password="${!owner_password}" -v app_password="${!app_password}" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"app" login password :'app_password';
select current_setting('server_version_num')::int >= 170000 as builtin_locale \gset
\if :builtin_locale
create database :"database" owner :"owner" template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8';
\else
create database :"database" owner :"owner" template template0 encoding 'UTF8' locale 'C.UTF-8';
\endif
revoke all on database :"database" from public;
grant connect on database :"database" to :"app";
\connect :"database"
set role :"owner";
revoke all on schema public from public;
grant usage on schema public to :"app";
alter default privileges in schema public grant select, insert, update, delete on tables to :"app";
alter default privileges in schema public grant usage, select on sequences to :"app";
SQL
done
