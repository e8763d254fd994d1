-- Run once, by the PostgreSQL image, when a country's server starts for the first time. The gateway signs in as a
-- role that owns its two databases and may do nothing else; its password is the fifth part of its passfile.
\set password `cut -d: -f5 /run/secrets/passfile`
CREATE ROLE gateway LOGIN PASSWORD :'password';
CREATE DATABASE referral OWNER gateway;
CREATE DATABASE referral_keys OWNER gateway;
REVOKE ALL ON DATABASE referral, referral_keys FROM PUBLIC;
