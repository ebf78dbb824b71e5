package org.lantian.engine.reference;

import java.util.Optional;

/**
 * An entry of GB/T 4754-2017 国民经济行业分类 with 第1号修改单.
 *
 * @param code letter for a 门类, two digits 大类, three 中类, four 小类
 * @param level which of the four
 * @param parent code of the entry above; empty for a 门类
 * @param name name as in the standard
 */
public record Industry(String code, Level level, Optional<String> parent, String name) {

    /** The four levels of the standard. */
    public enum Level {
        /** 门类. */
        SECTION,
        /** 大类. */
        DIVISION,
        /** 中类. */
        GROUP,
        /** 小类. */
        CLASS
    }
}
