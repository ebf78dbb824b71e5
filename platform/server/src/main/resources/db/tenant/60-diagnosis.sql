--liquibase formatted sql

--changeset lantian:diagnosis-1
CREATE TABLE finding (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    base_year integer NOT NULL CHECK (base_year BETWEEN 2000 AND 2100),
    rule_id text NOT NULL,
    rule_version text NOT NULL,
    subject_key text NOT NULL,
    area text NOT NULL CHECK (area IN ('PROCESS', 'ENERGY', 'MATERIAL', 'TREATMENT', 'TRANSPORT')),
    problem_column text CHECK (problem_column IN ('FUGITIVE', 'ORGANISED', 'TRANSPORT', 'GRADE')),
    severity text NOT NULL CHECK (severity IN ('ERROR', 'WARNING', 'INFO')),
    text text NOT NULL,
    evidence jsonb NOT NULL DEFAULT '[]',
    source text NOT NULL,
    explanations jsonb NOT NULL DEFAULT '[]',
    origin text NOT NULL CHECK (origin IN ('RULE', 'IMPORT')),
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CONFIRMED', 'WAIVED')),
    reason text CHECK (state <> 'WAIVED' OR length(reason) > 0),
    decided_by text,
    decided_at timestamptz,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT finding_natural_key UNIQUE (enterprise_id, base_year, rule_id, subject_key)
);
CREATE TABLE data_gap (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    base_year integer NOT NULL,
    rule_id text NOT NULL,
    subject_key text NOT NULL,
    missing jsonb NOT NULL DEFAULT '[]',
    text text NOT NULL,
    CONSTRAINT data_gap_natural_key UNIQUE (enterprise_id, base_year, rule_id, subject_key)
);
