--liquibase formatted sql

--changeset lantian:plan-editing-1
ALTER TABLE clause ADD COLUMN today_runs jsonb;
ALTER TABLE clause ADD COLUMN deleted_at timestamptz;
CREATE TABLE clause_edit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    clause_id bigint NOT NULL REFERENCES clause (id),
    actor text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('REVISE', 'INSERT', 'MOVE', 'DELETE', 'RESTORE', 'SETTLE')),
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    autosaved boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'DONE' CHECK (state IN ('DONE', 'UNDONE', 'DISCARDED')),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX clause_edit_plan ON clause_edit (plan_id, actor, id DESC);
