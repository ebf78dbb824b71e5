--liquibase formatted sql

--changeset lantian:ledger-round-due-1
ALTER TABLE ledger_round ADD COLUMN due_source text;
COMMENT ON COLUMN ledger_round.due_source IS 'where proposed days come from; null if the opener named them';
