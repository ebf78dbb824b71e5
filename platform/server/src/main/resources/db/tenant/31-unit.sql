--liquibase formatted sql

--changeset lantian:unit-1
CREATE TABLE org_unit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    parent_id bigint REFERENCES org_unit (id),
    name text NOT NULL,
    aliases text[] NOT NULL DEFAULT '{}',
    kind text NOT NULL CHECK (kind IN ('city', 'county', 'zone', 'street', 'town', 'department', 'branch', 'office',
        'institution', 'committee', 'company')),
    region_code text CHECK (region_code ~ '^[0-9]{6}([0-9]{3})?$'),
    ordinal integer NOT NULL,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
);
CREATE INDEX org_unit_parent ON org_unit (parent_id);
CREATE TABLE org_unit_group (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    name text NOT NULL,
    aliases text[] NOT NULL DEFAULT '{}',
    base_id bigint REFERENCES org_unit_group (id),
    ordinal integer NOT NULL,
    row_version integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
);
CREATE TABLE org_unit_group_member (
    group_id bigint NOT NULL REFERENCES org_unit_group (id) ON DELETE CASCADE,
    unit_id bigint NOT NULL REFERENCES org_unit (id),
    excluded boolean NOT NULL DEFAULT false,
    PRIMARY KEY (group_id, unit_id)
);
CREATE INDEX org_unit_group_member_unit ON org_unit_group_member (unit_id);
