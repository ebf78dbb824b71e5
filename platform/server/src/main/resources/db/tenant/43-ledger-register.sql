--liquibase formatted sql

--changeset lantian:ledger-register-1
CREATE TABLE register (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name <> ''),
    description text NOT NULL DEFAULT '',
    source text NOT NULL DEFAULT '',
    rule jsonb,
    row_version integer NOT NULL DEFAULT 0
);
INSERT INTO register (name, description) VALUES
    ('正面清单', '排放稳定达标、运行管理规范、环境绩效水平高的企业'),
    ('黑名单', '违法排污、屡查屡犯的企业'),
    ('保留名单', '行业整治中确定保留的企业'),
    ('重点排污单位', '环境监管重点单位名录中的大气环境重点排污单位'),
    ('排放大户', '污染物排放量大、须重点管控的企业');
CREATE TABLE register_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    register_id bigint NOT NULL REFERENCES register (id),
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL CHECK (source <> ''),
    reason text NOT NULL DEFAULT '',
    origin text NOT NULL CHECK (origin IN ('MANUAL', 'RULE')),
    added_by text NOT NULL,
    added_at timestamptz NOT NULL,
    ended_by text,
    ended_at timestamptz,
    row_version integer NOT NULL DEFAULT 0,
    CHECK (valid_to >= valid_from)
);
CREATE INDEX register_entry_register ON register_entry (register_id, enterprise_id);
CREATE INDEX register_entry_enterprise ON register_entry (enterprise_id);
