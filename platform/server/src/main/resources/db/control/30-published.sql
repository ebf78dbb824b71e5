--liquibase formatted sql
--lantian:grant INSERT ON lantian.published_plan
--lantian:grant INSERT ON lantian.publication_withdrawn
--lantian:grant SELECT, INSERT, UPDATE ON lantian.observer
--lantian:observer-grant SELECT ON lantian.published_plan
--lantian:observer-grant SELECT ON lantian.publication_withdrawn

--changeset lantian:control-published-1
CREATE TABLE published_plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text NOT NULL,
    tenant_name text NOT NULL,
    region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
    plan_id bigint NOT NULL,
    version integer NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    issued_on date NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    projection text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (tenant, plan_id, version)
);
CREATE INDEX published_plan_region ON published_plan (region_code);
CREATE TABLE publication_withdrawn (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text NOT NULL,
    plan_id bigint NOT NULL,
    withdrawn_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE observer (
    name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_.-]{1,30}$'),
    region_prefix text NOT NULL CHECK (region_prefix ~ '^[0-9]{0,6}$'),
    password_hash text NOT NULL,
    epoch integer NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
