--liquibase formatted sql
--lantian:append-only ledger_form_step

--changeset lantian:ledger-round-1
CREATE TABLE ledger_round (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('MONTHLY', 'QUARTERLY')),
    period text NOT NULL CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
    cluster_id bigint REFERENCES cluster (id),
    due date NOT NULL,
    verify_due date NOT NULL,
    jump_ratio numeric NOT NULL CHECK (jump_ratio > 0),
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
    opened_by text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_by text,
    closed_at timestamptz,
    CHECK (verify_due >= due),
    CHECK ((kind = 'QUARTERLY') = (period LIKE '%Q%'))
);
CREATE UNIQUE INDEX ledger_round_natural_key ON ledger_round (kind, period, coalesce(cluster_id, 0));
CREATE TABLE ledger_form (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id bigint NOT NULL REFERENCES ledger_round (id),
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'FILLED', 'RETURNED', 'VERIFIED')),
    asked jsonb NOT NULL,
    cells jsonb NOT NULL DEFAULT '[]',
    statement text NOT NULL DEFAULT '',
    filled_as text CHECK (filled_as IN ('ENTERPRISE', 'COUNTY', 'CITY')),
    filled_by text,
    filled_at timestamptz,
    verified_by text,
    verified_at timestamptz,
    remark text NOT NULL DEFAULT '',
    row_version integer NOT NULL DEFAULT 0,
    CONSTRAINT ledger_form_natural_key UNIQUE (round_id, enterprise_id)
);
CREATE INDEX ledger_form_enterprise ON ledger_form (enterprise_id);
CREATE TABLE ledger_figure (
    form_id bigint NOT NULL REFERENCES ledger_form (id),
    ordinal integer NOT NULL,
    field text NOT NULL,
    label text NOT NULL,
    unit text NOT NULL DEFAULT '',
    value numeric NOT NULL CHECK (value >= 0),
    PRIMARY KEY (form_id, field, label)
);
CREATE TABLE ledger_form_step (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_id bigint NOT NULL REFERENCES ledger_form (id),
    act text NOT NULL CHECK (act IN ('FILLED', 'RETURNED', 'VERIFIED')),
    actor text NOT NULL,
    at timestamptz NOT NULL,
    remark text NOT NULL DEFAULT ''
);
CREATE INDEX ledger_form_step_form ON ledger_form_step (form_id);
CREATE TABLE ledger_filler (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_name text NOT NULL,
    enterprise_id bigint REFERENCES enterprise (id),
    county text,
    CHECK (num_nonnulls(enterprise_id, county) = 1)
);
CREATE UNIQUE INDEX ledger_filler_natural_key ON ledger_filler (user_name, coalesce(enterprise_id, 0), coalesce(county, ''));
