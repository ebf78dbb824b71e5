--liquibase formatted sql

--changeset lantian:ledger-succession-1
CREATE TABLE enterprise_command (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('RENAME', 'MERGE', 'SPLIT')),
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    name text NOT NULL,
    others jsonb NOT NULL,
    figures text CHECK (figures IN ('ADD', 'KEEP')),
    reason text NOT NULL DEFAULT '',
    undo jsonb NOT NULL DEFAULT '{"before": [], "versions": {}, "moves": []}',
    actor text NOT NULL,
    done_at timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz,
    CHECK ((kind = 'MERGE') = (figures IS NOT NULL)),
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE TABLE enterprise_command_member (
    command_id bigint NOT NULL REFERENCES enterprise_command (id),
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    PRIMARY KEY (command_id, enterprise_id)
);
CREATE INDEX enterprise_command_member_enterprise ON enterprise_command_member (enterprise_id);
CREATE TABLE enterprise_distinct (
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    other_id bigint NOT NULL REFERENCES enterprise (id),
    reason text NOT NULL DEFAULT '',
    actor text NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, other_id),
    CHECK (enterprise_id < other_id)
);
