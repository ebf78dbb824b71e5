--liquibase formatted sql

--changeset lantian:ledger-supplements-1
ALTER TABLE outlet ADD COLUMN standard text;
ALTER TABLE outlet ADD COLUMN limit_pm numeric CHECK (limit_pm >= 0);
ALTER TABLE outlet ADD COLUMN limit_so2 numeric CHECK (limit_so2 >= 0);
ALTER TABLE outlet ADD COLUMN limit_nox numeric CHECK (limit_nox >= 0);
ALTER TABLE outlet ADD COLUMN limit_vocs numeric CHECK (limit_vocs >= 0);
ALTER TABLE outlet ADD COLUMN monitoring text;
ALTER TABLE transport ADD COLUMN clean_share numeric CHECK (clean_share BETWEEN 0 AND 100);
CREATE TABLE vocs_material (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    name text,
    amount numeric CHECK (amount >= 0),
    content numeric CHECK (content BETWEEN 0 AND 100),
    generation numeric CHECK (generation >= 0),
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal)
);
CREATE TABLE production_line (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    name text,
    equipment text,
    count numeric CHECK (count >= 0),
    capacity numeric CHECK (capacity >= 0),
    permitted numeric CHECK (permitted >= 0),
    unit text,
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal)
);
CREATE TABLE annual_emission (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    year integer NOT NULL,
    ordinal integer NOT NULL,
    pollutant text,
    permitted numeric CHECK (permitted >= 0),
    actual numeric CHECK (actual >= 0),
    method text,
    source text,
    attributes jsonb NOT NULL DEFAULT '{}',
    UNIQUE (enterprise_id, year, ordinal),
    UNIQUE (enterprise_id, year, pollutant)
);
