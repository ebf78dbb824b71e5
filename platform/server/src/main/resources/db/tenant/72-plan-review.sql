--liquibase formatted sql
--lantian:append-only plan_step

--changeset lantian:plan-review-1
ALTER TABLE plan ADD COLUMN revises_id bigint REFERENCES plan (id);
ALTER TABLE plan DROP CONSTRAINT plan_state_check;
ALTER TABLE plan ADD CONSTRAINT plan_state_check
    CHECK (state IN ('DRAFT', 'CONSULTATION', 'REVIEW', 'APPROVED', 'ISSUED', 'REVISED', 'WITHDRAWN'));
ALTER TABLE plan DROP CONSTRAINT plan_check1;
ALTER TABLE plan ADD CONSTRAINT plan_number_check CHECK (state = 'WITHDRAWN'
    OR (state IN ('ISSUED', 'REVISED')) = (number IS NOT NULL AND issued_on IS NOT NULL));
ALTER TABLE clause ADD COLUMN origin_id bigint REFERENCES clause (id);
ALTER TABLE plan_version ADD COLUMN stage text NOT NULL DEFAULT 'ISSUED'
    CHECK (stage IN ('CONSULTATION', 'REVIEW', 'ISSUED'));
CREATE TABLE plan_step (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    from_state text NOT NULL,
    to_state text NOT NULL,
    actor text NOT NULL,
    note text NOT NULL DEFAULT '',
    plan_version_id bigint REFERENCES plan_version (id),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX plan_step_plan ON plan_step (plan_id);
CREATE TABLE approval (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    plan_version_id bigint NOT NULL REFERENCES plan_version (id),
    ordinal integer NOT NULL,
    role text NOT NULL,
    decision text NOT NULL DEFAULT 'PENDING' CHECK (decision IN ('PENDING', 'APPROVED', 'RETURNED')),
    actor text,
    note text NOT NULL DEFAULT '',
    decided_at timestamptz,
    UNIQUE (plan_version_id, ordinal),
    CHECK ((decision = 'PENDING') = (actor IS NULL))
);
CREATE INDEX approval_plan ON approval (plan_id);
CREATE TABLE remark_word (
    plan_id bigint NOT NULL REFERENCES plan (id),
    remark text NOT NULL CHECK (remark ~ '^[0-9a-f]{16}$'),
    word text NOT NULL CHECK (word <> ''),
    actor text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plan_id, remark)
);

--changeset lantian:plan-review-2
CREATE TABLE consultation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL REFERENCES plan (id),
    plan_version_id bigint NOT NULL REFERENCES plan_version (id),
    deadline date NOT NULL,
    note text NOT NULL DEFAULT '',
    actor text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz
);
CREATE UNIQUE INDEX consultation_open ON consultation (plan_id) WHERE closed_at IS NULL;
CREATE INDEX consultation_plan ON consultation (plan_id);
CREATE TABLE consultation_unit (
    consultation_id bigint NOT NULL REFERENCES consultation (id),
    org_unit_id bigint NOT NULL REFERENCES org_unit (id),
    ordinal integer NOT NULL,
    answer text NOT NULL DEFAULT 'PENDING' CHECK (answer IN ('PENDING', 'NO_OBJECTION', 'COMMENTED')),
    answered_at timestamptz,
    PRIMARY KEY (consultation_id, org_unit_id)
);
CREATE TABLE plan_comment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id bigint NOT NULL REFERENCES consultation (id),
    org_unit_id bigint NOT NULL,
    clause_id bigint REFERENCES clause (id),
    text text NOT NULL CHECK (text <> ''),
    proposal text NOT NULL DEFAULT '',
    late boolean NOT NULL,
    actor text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    decision text CHECK (decision IN ('ADOPTED', 'PARTLY_ADOPTED', 'NOT_ADOPTED')),
    reason text NOT NULL DEFAULT '',
    decided_by text,
    decided_at timestamptz,
    row_version integer NOT NULL DEFAULT 0,
    FOREIGN KEY (consultation_id, org_unit_id) REFERENCES consultation_unit (consultation_id, org_unit_id),
    CHECK ((decision IS NULL) = (decided_by IS NULL)),
    CHECK (decision IS NULL OR decision = 'ADOPTED' OR reason <> '')
);
CREATE INDEX plan_comment_consultation ON plan_comment (consultation_id);
