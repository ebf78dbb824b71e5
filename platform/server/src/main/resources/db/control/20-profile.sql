--liquibase formatted sql
--lantian:grant SELECT ON lantian.profile_zip
--lantian:grant SELECT ON lantian.resolved_profile

--changeset lantian:control-profile-1
CREATE TABLE profile_zip (
    sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    plugin_id text NOT NULL,
    version text NOT NULL,
    content bytea NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE resolved_profile (
    hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    profile_id text NOT NULL,
    version text NOT NULL,
    zip_sha256 text NOT NULL REFERENCES profile_zip,
    json text NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
