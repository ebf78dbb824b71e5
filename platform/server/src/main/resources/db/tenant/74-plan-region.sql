--liquibase formatted sql

--changeset lantian:plan-region-1
CREATE TABLE regional_plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL CHECK (code <> ''),
    title text NOT NULL CHECK (title <> ''),
    number text,
    state text,
    issuer text NOT NULL DEFAULT '',
    issued_on date,
    term_from integer NOT NULL,
    term_to integer NOT NULL,
    profile text NOT NULL,
    profile_hash text NOT NULL,
    origin text NOT NULL CHECK (origin IN ('DECLARED', 'READ')),
    content jsonb NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    CHECK (term_from <= term_to)
);
CREATE UNIQUE INDEX regional_plan_code ON regional_plan (code) WHERE deleted_at IS NULL;
CREATE TABLE regional_item (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES regional_plan (id),
    ordinal integer NOT NULL,
    section text NOT NULL,
    section_heading text NOT NULL,
    node_code text,
    no text NOT NULL,
    title text NOT NULL,
    content text NOT NULL,
    box text NOT NULL DEFAULT '',
    roles_from text NOT NULL CHECK (roles_from IN ('OWN', 'SHARED_BLOCK', 'NOWHERE')),
    line integer NOT NULL,
    UNIQUE (plan_id, ordinal)
);
CREATE TABLE regional_item_role (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES regional_item (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    role text NOT NULL CHECK (role IN ('LEADER', 'LEAD', 'COOPERATING', 'RESPONSIBLE', 'ORGANISING')),
    name text NOT NULL,
    unit_id bigint REFERENCES org_unit (id),
    group_id bigint REFERENCES org_unit_group (id),
    UNIQUE (item_id, ordinal)
);
CREATE INDEX regional_item_role_name ON regional_item_role (name);
CREATE TABLE regional_item_deadline (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES regional_item (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('by', 'monthEnd', 'halfYear', 'window', 'wholeYear', 'ongoing', 'higherPlan',
        'period', 'none')),
    words text NOT NULL,
    starts_on date,
    due_on date,
    UNIQUE (item_id, ordinal)
);
CREATE INDEX regional_item_deadline_due ON regional_item_deadline (due_on);
CREATE TABLE regional_item_quantity (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES regional_item (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    value text NOT NULL,
    unit text NOT NULL,
    words text NOT NULL,
    UNIQUE (item_id, ordinal)
);

--changeset lantian:plan-region-2
CREATE TABLE plan_reading (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id bigint NOT NULL REFERENCES file (id),
    file_name text NOT NULL,
    profile text NOT NULL,
    profile_hash text NOT NULL,
    title text NOT NULL,
    content jsonb NOT NULL,
    remarks jsonb NOT NULL,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED')),
    plan_id bigint REFERENCES regional_plan (id),
    actor text NOT NULL,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((state = 'ACCEPTED') = (plan_id IS NOT NULL))
);
