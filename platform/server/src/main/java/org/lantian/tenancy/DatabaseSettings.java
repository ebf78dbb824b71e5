package org.lantian.tenancy;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the database is and the two logins. The owner is used for provisioning and migration only and may be absent
 * in a serving process.
 *
 * @param url JDBC address for the application's login; may lead through a transaction pooler
 * @param user the application's login
 * @param rolePrefix put before a tenant's code to name its schema and role; keeps two installations on one server apart
 * @param embedded whether this is the installation's own database (单机试用)
 */
public record DatabaseSettings(String url, String user, String password, Optional<Owner> owner, String rolePrefix,
        boolean embedded) {

    private static final Pattern PREFIX = Pattern.compile("(?!pg_)[a-z][a-z0-9_]{0,19}");

    /** @throws IllegalArgumentException if the prefix is not of the form whose names need no quoting */
    public DatabaseSettings {
        if (!PREFIX.matcher(rolePrefix).matches()) {
            throw new IllegalArgumentException("LANTIAN_DB_PREFIX \"" + rolePrefix + "\" must be 1 to 20 lower-case "
                    + "letters, digits and underscores, begin with a letter and not with pg_ (前缀格式不对)");
        }
    }

    /** The role without login that reads what tenants have published. */
    String observerRole() {
        return user + "_observer";
    }

    /** The login that owns schemas and tables, on a direct connection. */
    public record Owner(String url, String user, String password) {
    }

    /**
     * Settings for an external database from {@code LANTIAN_DB_URL}, {@code LANTIAN_DB_USER/PASSWORD},
     * {@code LANTIAN_DB_OWNER_URL/USER/PASSWORD} and {@code LANTIAN_DB_PREFIX}; empty if no address is given.
     *
     * @throws IllegalArgumentException if the address is given but the application's password is not
     */
    public static Optional<DatabaseSettings> ofEnvironment(Map<String, String> environment) {
        String url = environment.getOrDefault("LANTIAN_DB_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        String jdbc = jdbc(url);
        String password = environment.get("LANTIAN_DB_PASSWORD");
        if (password == null) {
            throw new IllegalArgumentException(
                    "LANTIAN_DB_URL is set but LANTIAN_DB_PASSWORD is not (未设置应用登录的口令)");
        }
        Optional<Owner> owner = Optional.ofNullable(environment.get("LANTIAN_DB_OWNER_USER")).map(user -> {
            String ownerUrl = environment.getOrDefault("LANTIAN_DB_OWNER_URL", jdbc);
            return new Owner(jdbc(ownerUrl), user,
                    environment.getOrDefault("LANTIAN_DB_OWNER_PASSWORD", ""));
        });
        return Optional.of(new DatabaseSettings(jdbc, environment.getOrDefault("LANTIAN_DB_USER", "lantian_app"),
                password, owner, environment.getOrDefault("LANTIAN_DB_PREFIX", "t_"), false));
    }

    /** Accepts {@code jdbc:postgresql:…}, {@code postgresql:…} and {@code postgres:…}. */
    private static String jdbc(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        return "jdbc:" + plain.replaceFirst("^postgres:", "postgresql:");
    }
}
