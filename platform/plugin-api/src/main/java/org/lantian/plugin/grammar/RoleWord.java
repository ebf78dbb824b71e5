package org.lantian.plugin.grammar;

/**
 * A word that announces a role.
 *
 * @param role what it announces
 * @param label the word: before a colon in a role line (牵头单位：…), or the verb after the units in brackets (…牵头)
 */
public record RoleWord(RoleKind role, String label) {

    public RoleWord {
        if (label.isBlank()) {
            throw new IllegalArgumentException("角色词不能为空。");
        }
    }
}
