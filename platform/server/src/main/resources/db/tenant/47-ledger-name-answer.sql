--liquibase formatted sql

--changeset lantian:ledger-name-answer-1
CREATE TABLE enterprise_name_answer (
    cluster_id bigint NOT NULL REFERENCES cluster (id),
    name_key text NOT NULL,
    name text NOT NULL,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    same boolean NOT NULL,
    reason text NOT NULL DEFAULT '',
    actor text NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (cluster_id, name_key, enterprise_id)
);
CREATE UNIQUE INDEX enterprise_name_answer_same ON enterprise_name_answer (cluster_id, name_key) WHERE same;
COMMENT ON TABLE enterprise_name_answer IS 'that a name which the ledger does not have means one of its enterprises, or does not; imports and questions ask no more';
