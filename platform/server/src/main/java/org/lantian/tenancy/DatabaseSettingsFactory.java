package org.lantian.tenancy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Carries the settings into the application context and out of it. */
@Factory
public final class DatabaseSettingsFactory {

    @Singleton
    DatabaseSettings settings(@Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.username") String user,
            @Property(name = "datasources.default.password") String password,
            @Nullable @Property(name = "lantian.owner.url") String ownerUrl,
            @Nullable @Property(name = "lantian.owner.user") String ownerUser,
            @Nullable @Property(name = "lantian.owner.password") String ownerPassword,
            @Property(name = "lantian.role-prefix", defaultValue = "t_") String rolePrefix,
            @Property(name = "lantian.embedded", defaultValue = "false") boolean embedded) {
        Optional<DatabaseSettings.Owner> owner = ownerUrl == null || ownerUser == null || ownerPassword == null
                ? Optional.empty()
                : Optional.of(new DatabaseSettings.Owner(ownerUrl, ownerUser, ownerPassword));
        return new DatabaseSettings(url, user, password, owner, rolePrefix, embedded);
    }

    /** The properties from which {@link #settings} makes the same settings again. */
    public static Map<String, Object> properties(DatabaseSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("datasources.default.url", settings.url());
        properties.put("datasources.default.username", settings.user());
        properties.put("datasources.default.password", settings.password());
        properties.put("lantian.role-prefix", settings.rolePrefix());
        properties.put("lantian.embedded", settings.embedded());
        settings.owner().ifPresent(owner -> {
            properties.put("lantian.owner.url", owner.url());
            properties.put("lantian.owner.user", owner.user());
            properties.put("lantian.owner.password", owner.password());
        });
        return properties;
    }
}
