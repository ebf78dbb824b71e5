--liquibase formatted sql

--changeset lantian:ledger-round-basis-1
ALTER TABLE ledger_form ADD COLUMN ledger_version integer;
ALTER TABLE ledger_form ADD COLUMN ledger_year integer;
ALTER TABLE ledger_form ADD CONSTRAINT ledger_form_basis CHECK ((ledger_version IS NULL) = (ledger_year IS NULL));
COMMENT ON COLUMN ledger_form.ledger_version IS 'row version of the enterprise that the form was filled against; its cells are written only while the enterprise has it';
COMMENT ON COLUMN ledger_form.ledger_year IS 'base year of the ledger when the form was filled; the year its cells belong to';
UPDATE ledger_form f SET ledger_version = e.row_version, ledger_year = s.base_year FROM enterprise e, ledger_state s
    WHERE e.id = f.enterprise_id AND s.base_year IS NOT NULL AND f.filled_at IS NOT NULL;
