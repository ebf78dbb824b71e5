--liquibase formatted sql
--lantian:append-only plan_version
--lantian:append-only issued_document

--changeset lantian:plan-1
CREATE TABLE measure (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cluster_id bigint NOT NULL REFERENCES cluster (id),
    enterprise_id bigint REFERENCES enterprise (id),
    subject text NOT NULL CHECK (subject <> ''),
    upgrade_type text NOT NULL CHECK (upgrade_type IN ('CLOSURE', 'RELOCATION', 'RETROFIT', 'EXCELLENCE')),
    fugitive text NOT NULL DEFAULT '',
    organised text NOT NULL DEFAULT '',
    mobile text NOT NULL DEFAULT '',
    grade text NOT NULL DEFAULT '',
    infrastructure text NOT NULL DEFAULT '',
    goal text NOT NULL DEFAULT '',
    deadline date NOT NULL,
    deadline_text text NOT NULL,
    deadline_precision text NOT NULL CHECK (deadline_precision IN ('DAY', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
    source text NOT NULL CHECK (source IN ('IMPORT', 'MANUAL')),
    attributes jsonb NOT NULL DEFAULT '{}',
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
);
CREATE INDEX measure_cluster ON measure (cluster_id) WHERE deleted_at IS NULL;
CREATE INDEX measure_enterprise ON measure (enterprise_id) WHERE deleted_at IS NULL;
CREATE TABLE measure_member (
    measure_id bigint NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    PRIMARY KEY (measure_id, enterprise_id)
);
CREATE TABLE measure_target (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure_id bigint NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    outlet text NOT NULL DEFAULT '',
    pollutant text NOT NULL CHECK (pollutant IN ('PM', 'SO2', 'NOX', 'VOCS')),
    concentration numeric NOT NULL CHECK (concentration >= 0),
    UNIQUE (measure_id, outlet, pollutant)
);
CREATE TABLE measure_reduction (
    measure_id bigint NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    pollutant text NOT NULL CHECK (pollutant IN ('PM', 'SO2', 'NOX', 'VOCS', 'TOTAL')),
    method text NOT NULL CHECK (method IN ('COMPUTED', 'MANUAL', 'UNKNOWN')),
    tonnes numeric CHECK (tonnes >= 0),
    explanation jsonb,
    note text NOT NULL DEFAULT '',
    PRIMARY KEY (measure_id, pollutant),
    CHECK ((method = 'UNKNOWN') = (tonnes IS NULL)),
    CHECK (pollutant <> 'TOTAL' OR method = 'MANUAL')
);

--changeset lantian:plan-2
CREATE TABLE plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cluster_id bigint NOT NULL REFERENCES cluster (id),
    title text NOT NULL CHECK (title <> ''),
    mark text NOT NULL DEFAULT '',
    base_year integer NOT NULL,
    term_from integer NOT NULL,
    term_to integer NOT NULL,
    state text NOT NULL DEFAULT 'DRAFT'
        CHECK (state IN ('DRAFT', 'CONSULTATION', 'REVIEW', 'APPROVED', 'ISSUED', 'WITHDRAWN')),
    profile text NOT NULL,
    profile_hash text NOT NULL,
    number text UNIQUE,
    issued_on date,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    CHECK (term_from <= term_to AND term_to <= term_from + 9),
    CHECK ((state = 'ISSUED') = (number IS NOT NULL AND issued_on IS NOT NULL) OR state = 'WITHDRAWN')
);
CREATE INDEX plan_cluster ON plan (cluster_id);
CREATE TABLE clause (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    parent_id bigint REFERENCES clause (id),
    ordinal integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('CHAPTER', 'SECTION', 'HEADING', 'PARAGRAPH', 'ITEM', 'TABLE', 'CHART')),
    node_code text NOT NULL,
    draft_key text NOT NULL,
    runs jsonb NOT NULL DEFAULT '[]',
    drafted_runs jsonb NOT NULL DEFAULT '[]',
    edited boolean NOT NULL DEFAULT false,
    stale boolean NOT NULL DEFAULT false,
    row_version integer NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (plan_id, draft_key)
);
CREATE TABLE explanation (
    plan_id bigint NOT NULL REFERENCES plan (id),
    id text NOT NULL,
    content jsonb NOT NULL,
    PRIMARY KEY (plan_id, id)
);

--changeset lantian:plan-3
CREATE TABLE plan_version (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    ordinal integer NOT NULL,
    tree text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    actor text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (plan_id, ordinal)
);
CREATE TABLE issued_document (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_version_id bigint NOT NULL REFERENCES plan_version (id),
    kind text NOT NULL CHECK (kind IN ('WORD', 'WORKBOOK')),
    file_id bigint NOT NULL REFERENCES file (id),
    number text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (plan_version_id, kind)
);
