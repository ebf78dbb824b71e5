--liquibase formatted sql

--changeset lantian:ledger-permit-none-1
ALTER TABLE enterprise DROP CONSTRAINT enterprise_permit_number_check;
ALTER TABLE enterprise ADD CONSTRAINT enterprise_permit_number_check
    CHECK (permit_number = '/' OR length(permit_number) = 22);
COMMENT ON COLUMN enterprise.permit_number IS '22 characters; / if the enterprise says that it has none; null if nothing is known';
