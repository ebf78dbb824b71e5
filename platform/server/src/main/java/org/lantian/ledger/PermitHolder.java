package org.lantian.ledger;

import java.util.Optional;

import org.lantian.engine.code.CreditCode;
import org.lantian.engine.code.PermitNumber;

/**
 * The permit number of the ledger beside the credit code: 18 of its 22 characters name the holder (HJ 608-2017; the check
 * character is not verified).
 *
 * @param permitNumber 排污许可证编号 as the ledger has it; / where there is none
 * @param creditCode 统一社会信用代码 of the enterprise
 * @param holder the credit code inside the permit number; empty if it cannot be read
 * @param text one Chinese sentence
 */
public record PermitHolder(Optional<String> permitNumber, Optional<String> creditCode, Optional<String> holder,
        Conclusion conclusion, String text) {

    /** What the two codes say together. */
    public enum Conclusion {
        /** 一致. */
        SAME,
        /** 不一致: as that of a branch site may be. */
        OTHER,
        /** 编号有误. */
        INVALID,
        /** 没有许可证. */
        NONE,
        /** 数据缺失. */
        INCOMPLETE
    }

    public static PermitHolder of(Enterprise enterprise) {
        Optional<String> number = Optional.ofNullable(enterprise.permitNumber());
        Optional<String> code = Optional.ofNullable(enterprise.creditCode());
        if (number.isEmpty()) {
            return new PermitHolder(number, code, Optional.empty(), Conclusion.INCOMPLETE, "数据缺失：排污许可证编号。");
        }
        if (number.get().equals(LedgerText.NONE)) {
            return new PermitHolder(number, code, Optional.empty(), Conclusion.NONE, "没有排污许可证（登记）编号。");
        }
        return switch (PermitNumber.read(number.get())) {
            case PermitNumber.Invalid(String message) ->
                new PermitHolder(number, code, Optional.empty(), Conclusion.INVALID, message);
            case PermitNumber.Valid(PermitNumber permit) -> compared(permit, number, code);
        };
    }

    private static PermitHolder compared(PermitNumber permit, Optional<String> number, Optional<String> code) {
        Optional<String> holder = Optional.of(permit.holder().value());
        Optional<CreditCode> own = code.map(CreditCode::read).filter(CreditCode.Valid.class::isInstance)
                .map(reading -> ((CreditCode.Valid) reading).code());
        if (own.isEmpty()) {
            return new PermitHolder(number, code, holder, Conclusion.INCOMPLETE, "数据缺失：统一社会信用代码。");
        }
        return permit.warningFor(own.get())
                .map(warning -> new PermitHolder(number, code, holder, Conclusion.OTHER, warning))
                .orElseGet(() -> new PermitHolder(number, code, holder, Conclusion.SAME, "排污许可证编号与统一社会信用代码一致。"));
    }
}
