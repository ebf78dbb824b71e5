package org.lantian.ledger.succession;

import java.util.Set;

import org.lantian.ledger.Enterprise;

/**
 * 疑似同一企业: two enterprises that may be one; people answer by merging them or by keeping them apart.
 *
 * @param enterprise the one that came first
 * @param other the one that came later
 */
public record Question(Enterprise enterprise, Enterprise other, Set<Likeness> likenesses) {

    public Question {
        likenesses = Set.copyOf(likenesses);
    }

    /** Why two enterprises may be one. */
    public enum Likeness {
        /** 名称只有公司字样或括号内不同. */
        SAME_STEM("名称只有“公司”字样或括号内不同"),
        /** 名称只差一个字. */
        ONE_CHARACTER("名称只差一个字"),
        /** 一个名称是另一个的末尾，多出的多为地名. */
        LONGER("一个名称比另一个只在前面多几个字"),
        /** 排污许可证编号的前18位是另一家的统一社会信用代码. */
        PERMIT("排污许可证编号属于另一家");

        private final String term;

        Likeness(String term) {
            this.term = term;
        }

        /** The Chinese sentence. */
        public String term() {
            return term;
        }
    }
}
