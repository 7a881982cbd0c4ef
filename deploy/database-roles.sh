#!/usr/bin/env bash
# Run once by the image of PostgreSQL, in a new database: an owner that migrates and a role that the application signs in
# with. Neither is a superuser. What the second may do is granted at each start (scripts/database/application-role.mjs).
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set owner="$OWNER_PASSWORD" --set application="$APPLICATION_PASSWORD" \
  --username postgres --dbname postgres <<'SQL'
create role tracker login password :'owner';
create role application login password :'application';
create database tracker owner tracker;
SQL
