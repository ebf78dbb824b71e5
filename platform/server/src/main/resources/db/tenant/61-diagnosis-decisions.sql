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
