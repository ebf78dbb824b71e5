--liquibase formatted sql

--changeset lantian:measure-accounting-1
CREATE TABLE measure_accounting (
    measure_id bigint NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    unit text NOT NULL CHECK (length(unit) <= 100),
    pollutant text NOT NULL CHECK (pollutant IN ('PM', 'SO2', 'NOX', 'VOCS')),
    method text NOT NULL CHECK (method IN ('COEFFICIENT', 'BALANCE', 'SULPHUR')),
    state_before jsonb NOT NULL,
    state_after jsonb,
    PRIMARY KEY (measure_id, unit, pollutant)
);

--changeset lantian:measure-accounting-2
DROP TABLE emission_year;
