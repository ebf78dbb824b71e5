--liquibase formatted sql

--changeset lantian:ledger-1
CREATE TABLE ledger_state (
    id integer PRIMARY KEY CHECK (id = 1),
    version bigint NOT NULL DEFAULT 0,
    base_year integer
);
INSERT INTO ledger_state (id) VALUES (1);
CREATE TABLE cluster (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    name_key text NOT NULL,
    approval text CHECK (approval IN ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY', 'SPONTANEOUS')),
    attributes jsonb NOT NULL DEFAULT '{}',
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
);
CREATE UNIQUE INDEX cluster_name ON cluster (name_key) WHERE deleted_at IS NULL;
CREATE TABLE enterprise (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cluster_id bigint NOT NULL REFERENCES cluster (id),
    name text NOT NULL CHECK (name <> ''),
    name_key text NOT NULL,
    credit_code text CHECK (length(credit_code) = 18),
    permit_number text CHECK (length(permit_number) = 22),
    county text,
    town text,
    division_code text CHECK (division_code ~ '^[0-9]{6}$'),
    industry text,
    industry_code text,
    grade text,
    tags jsonb NOT NULL DEFAULT '[]',
    attributes jsonb NOT NULL DEFAULT '{}',
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
);
CREATE UNIQUE INDEX enterprise_credit_code ON enterprise (credit_code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX enterprise_name ON enterprise (cluster_id, name_key) WHERE deleted_at IS NULL;
CREATE INDEX enterprise_industry ON enterprise (industry_code);
CREATE INDEX enterprise_town ON enterprise (town);

--changeset lantian:ledger-2
CREATE TABLE equipment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    name text,
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal)
);
CREATE TABLE energy_use (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    type text,
    amount numeric CHECK (amount >= 0),
    unit text,
    heating boolean,
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal)
);
CREATE TABLE product (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    name text,
    capacity numeric CHECK (capacity >= 0),
    output numeric CHECK (output >= 0),
    unit text,
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal)
);
CREATE TABLE raw_material (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    name text,
    amount numeric CHECK (amount >= 0),
    unit text,
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal)
);
CREATE TABLE treatment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    process text,
    collection text,
    desulphurisation text,
    denitration text,
    reductant text,
    ammonia text,
    ammonia_low numeric CHECK (ammonia_low >= 0),
    ammonia_high numeric CHECK (ammonia_high >= ammonia_low),
    ammonia_unit text,
    dedusting text,
    vocs text,
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal)
);
CREATE TABLE outlet (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    number text,
    source_category text,
    dry_flow numeric CHECK (dry_flow >= 0),
    hours numeric CHECK (hours BETWEEN 0 AND 8784),
    oxygen numeric CHECK (oxygen BETWEEN 0 AND 21),
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal),
    UNIQUE (enterprise_id, year, number)
);
CREATE TABLE emission_concentration (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    treatment_id bigint REFERENCES treatment (id) ON DELETE CASCADE,
    outlet_id bigint REFERENCES outlet (id) ON DELETE CASCADE,
    pollutant text NOT NULL CHECK (pollutant IN ('PM', 'SO2', 'NOX', 'VOCS')),
    year integer NOT NULL,
    value numeric NOT NULL CHECK (value >= 0),
    CHECK (num_nonnulls(treatment_id, outlet_id) = 1)
);
CREATE UNIQUE INDEX emission_concentration_treatment ON emission_concentration (treatment_id, pollutant, year)
    WHERE treatment_id IS NOT NULL;
CREATE UNIQUE INDEX emission_concentration_outlet ON emission_concentration (outlet_id, pollutant, year)
    WHERE outlet_id IS NOT NULL;
CREATE TABLE emission_year (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    pollutant text NOT NULL CHECK (pollutant IN ('PM', 'SO2', 'NOX', 'VOCS')),
    year integer NOT NULL,
    tonnes numeric NOT NULL CHECK (tonnes >= 0),
    method text NOT NULL CHECK (method IN ('ONLINE', 'MANUAL', 'BALANCE', 'COEFFICIENT')),
    source text NOT NULL DEFAULT '',
    row_version integer NOT NULL DEFAULT 0,
    UNIQUE (enterprise_id, pollutant, year)
);
CREATE TABLE transport (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    amount numeric CHECK (amount >= 0),
    mode text,
    UNIQUE (enterprise_id, year)
);

--changeset lantian:ledger-3
CREATE TABLE ledger_import (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id bigint NOT NULL REFERENCES file (id),
    state text NOT NULL CHECK (state IN ('PREVIEWED', 'COMMITTED', 'REJECTED')),
    base_year integer,
    profile text NOT NULL,
    ledger_version bigint NOT NULL,
    summary jsonb NOT NULL,
    problems jsonb NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    committed_at timestamptz,
    row_version integer NOT NULL DEFAULT 0
);
