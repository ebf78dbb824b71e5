--liquibase formatted sql

--changeset lantian:identity-1
CREATE TABLE user_account (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name ~ '^[a-z][a-z0-9._-]{1,40}$'),
    display_name text NOT NULL,
    password_hash text NOT NULL,
    token_epoch integer NOT NULL DEFAULT 0,
    failed_attempts integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    disabled boolean NOT NULL DEFAULT false,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE role_grant (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('ADMINISTRATOR', 'PLANNER', 'REVIEWER', 'LEADER', 'VIEWER')),
    granted_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, role)
);
