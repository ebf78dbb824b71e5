package org.lantian.plugin.grammar;

/** What a person or unit is in a task. */
public enum RoleKind {
    /** 责任领导, a person. */
    LEADER("leader"),
    /** 牵头单位. */
    LEAD("lead"),
    /** 配合单位. */
    COOPERATING("cooperating"),
    /** 责任单位. */
    RESPONSIBLE("responsible"),
    /** 组织落实单位. */
    ORGANISING("organising");

    private final String key;

    RoleKind(String key) {
        this.key = key;
    }

    /** Its key in YAML and JSON. */
    public String key() {
        return key;
    }
}
