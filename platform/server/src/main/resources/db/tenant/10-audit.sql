--liquibase formatted sql
--lantian:append-only audit_event

--changeset lantian:audit-1
CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
    actor text NOT NULL,
    changes jsonb NOT NULL
);
CREATE INDEX audit_event_occurred_at ON audit_event (occurred_at);
