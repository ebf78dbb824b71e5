--liquibase formatted sql
--lantian:append-only plan_export

--changeset lantian:plan-read-back-1
CREATE TABLE plan_export (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    tree text NOT NULL,
    actor text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (plan_id, sha256)
);
CREATE TABLE read_back (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    file_id bigint NOT NULL REFERENCES file (id),
    file_name text NOT NULL,
    known_export boolean NOT NULL,
    actor text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX read_back_plan ON read_back (plan_id, id DESC);
CREATE TABLE read_back_proposal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    read_back_id bigint NOT NULL REFERENCES read_back (id),
    ordinal integer NOT NULL,
    content jsonb NOT NULL,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED')),
    clause_id bigint REFERENCES clause (id),
    decided_by text,
    decided_at timestamptz,
    UNIQUE (read_back_id, ordinal)
);
