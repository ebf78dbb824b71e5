package org.lantian.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.lantian.common.DomainException;

/** Opaque ids of the API: a type's name and its row id. */
public final class GlobalId {

    private GlobalId() {
    }

    public static String of(String type, long id) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws DomainException BAD_REQUEST if the text is no id of that type */
    public static long parse(String type, String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.startsWith(type + ":")) {
                return Long.parseLong(plain.substring(type.length() + 1));
            }
        } catch (IllegalArgumentException ignored) {
            // falls through to the one message for every malformed id
        }
        throw DomainException.badRequest("ID_INVALID", "“" + text + "”不是有效的 " + type + " 编号。");
    }
}
