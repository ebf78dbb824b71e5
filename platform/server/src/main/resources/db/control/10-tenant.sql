--liquibase formatted sql
--lantian:grant SELECT ON lantian.tenant
--lantian:grant SELECT, INSERT ON lantian.token_key

--changeset lantian:control-tenant-1
CREATE TABLE tenant (
    code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]{1,30}$'),
    name text NOT NULL,
    region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
    profile text NOT NULL,
    profile_hash text NOT NULL,
    schema_version integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE token_key (
    id integer PRIMARY KEY CHECK (id = 1),
    secret text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
