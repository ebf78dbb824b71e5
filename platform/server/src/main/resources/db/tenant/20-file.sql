--liquibase formatted sql

--changeset lantian:file-1
CREATE TABLE file (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE file_chunk (
    file_id bigint NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    content bytea NOT NULL CHECK (length(content) <= 1048576),
    PRIMARY KEY (file_id, ordinal)
);
ALTER TABLE file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
