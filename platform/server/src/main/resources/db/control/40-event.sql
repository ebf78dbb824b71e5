--liquibase formatted sql
--lantian:grant SELECT, INSERT, DELETE ON lantian.event

--changeset lantian:control-event-1
CREATE TABLE event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    payload text NOT NULL DEFAULT '',
    node text NOT NULL DEFAULT '',
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX event_happened_at ON event (happened_at);
CREATE INDEX event_key ON event (tenant, topic, key, id);
