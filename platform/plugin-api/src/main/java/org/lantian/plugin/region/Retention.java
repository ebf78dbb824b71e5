package org.lantian.plugin.region;

/** How long data of a kind are kept, in years. */
public record Retention(String id, String data, int years, String source) implements Identified {

    public Retention {
        if (years < 1) {
            throw new IllegalArgumentException("保存期限“" + id + "”的years须为正整数。");
        }
    }
}
