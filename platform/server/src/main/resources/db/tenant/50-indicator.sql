--liquibase formatted sql

--changeset lantian:indicator-1
CREATE TABLE indicator (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    unit text NOT NULL,
    ordinal integer NOT NULL,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
);
CREATE TABLE observation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator_id bigint NOT NULL REFERENCES indicator (id),
    year integer NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    value numeric NOT NULL,
    source text NOT NULL,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (indicator_id, year)
);
CREATE TABLE target (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE,
    plan_code text NOT NULL,
    indicator_id bigint NOT NULL REFERENCES indicator (id),
    year integer NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    kind text NOT NULL CHECK (kind IN ('parent', 'reduction', 'share', 'cap', 'floor')),
    value numeric,
    base_year integer,
    parent_words text,
    source text NOT NULL,
    ordinal integer NOT NULL,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    CHECK ((kind = 'parent') = (parent_words IS NOT NULL)),
    CHECK ((kind = 'parent') = (value IS NULL)),
    CHECK ((kind = 'reduction') = (base_year IS NOT NULL))
);
CREATE INDEX target_indicator ON target (indicator_id);
