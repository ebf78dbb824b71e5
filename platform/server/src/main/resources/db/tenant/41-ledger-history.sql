--liquibase formatted sql
--lantian:append-only ledger_change

--changeset lantian:ledger-history-1
CREATE TABLE ledger_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint REFERENCES enterprise (id),
    cluster_id bigint REFERENCES cluster (id),
    fields jsonb NOT NULL,
    origin text NOT NULL CHECK (origin IN ('IMPORT', 'EDIT', 'COMMAND', 'ROUND')),
    origin_id bigint,
    actor text NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK (num_nonnulls(enterprise_id, cluster_id) = 1),
    CHECK ((origin = 'EDIT') = (origin_id IS NULL))
);
CREATE INDEX ledger_change_enterprise ON ledger_change (enterprise_id, id);
CREATE INDEX ledger_change_cluster ON ledger_change (cluster_id, id);
CREATE INDEX ledger_change_origin ON ledger_change (origin, origin_id);
