--liquibase formatted sql

--changeset lantian:measure-finding-1
CREATE TABLE measure_finding (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure_id bigint NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    rule_id text NOT NULL,
    subject_key text NOT NULL DEFAULT '',
    UNIQUE (measure_id, enterprise_id, rule_id, subject_key)
);
CREATE INDEX measure_finding_enterprise ON measure_finding (enterprise_id);
