package org.lantian.plugin;

import java.util.regex.Pattern;

/**
 * An exact profile version, written {@code id@version}.
 *
 * @param id lower-case words joined by hyphens, 2 to 40 characters
 * @param version semantic version {@code major.minor.patch}
 */
public record ProfileRef(String id, String version) implements Comparable<ProfileRef> {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    public ProfileRef {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("profile id '" + id + "': lower-case letters, digits and hyphens only");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("profile version '" + version + "': must be major.minor.patch");
        }
    }

    /**
     * Reads {@code id@version}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static ProfileRef parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("profile '" + text + "': must be id@version");
        }
        return new ProfileRef(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public int compareTo(ProfileRef other) {
        int byId = id.compareTo(other.id);
        if (byId != 0) {
            return byId;
        }
        String[] mine = version.split("\\.");
        String[] theirs = other.version.split("\\.");
        for (int i = 0; i < mine.length; i++) {
            int byPart = Long.compare(Long.parseLong(mine[i]), Long.parseLong(theirs[i]));
            if (byPart != 0) {
                return byPart;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
