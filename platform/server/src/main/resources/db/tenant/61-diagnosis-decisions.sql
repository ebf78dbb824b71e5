--liquibase formatted sql

--changeset lantian:diagnosis-decisions-1
ALTER TABLE finding ADD COLUMN edit_text text CHECK (length(edit_text) > 0);
ALTER TABLE finding ADD COLUMN edit_area text CHECK (edit_area IN ('PROCESS', 'ENERGY', 'MATERIAL', 'TREATMENT', 'TRANSPORT'));
ALTER TABLE finding ADD COLUMN edit_column text CHECK (edit_column IN ('FUGITIVE', 'ORGANISED', 'TRANSPORT', 'GRADE'));
ALTER TABLE finding ADD COLUMN holds boolean NOT NULL DEFAULT true;
ALTER TABLE finding ADD COLUMN changed_since boolean NOT NULL DEFAULT false;
ALTER TABLE finding ADD COLUMN suggestion jsonb;
ALTER TABLE finding ADD CONSTRAINT finding_edit_whole CHECK ((edit_text IS NULL) = (edit_area IS NULL)
    AND (edit_column IS NULL OR edit_text IS NOT NULL));
CREATE INDEX finding_rule ON finding (rule_id, state);

--changeset lantian:diagnosis-decisions-2
CREATE TABLE mean_below_limit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id bigint NOT NULL REFERENCES enterprise (id),
    base_year integer NOT NULL,
    rule_id text NOT NULL,
    subject_key text NOT NULL,
    text text NOT NULL,
    evidence jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT mean_below_limit_natural_key UNIQUE (enterprise_id, base_year, rule_id, subject_key)
);
