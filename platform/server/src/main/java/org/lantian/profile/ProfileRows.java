package org.lantian.profile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.host.PluginStatus;
import org.lantian.tenancy.ControlSchema;

/** Rows of {@code lantian.profile_zip} and {@code lantian.resolved_profile}; both are only ever added to. */
@Singleton
final class ProfileRows {

    private final JdbcOperations jdbc;

    ProfileRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The profiles whose hash is not among the known ones, oldest first; inside a control transaction. */
    List<ResolvedProfile> listOthers(Set<String> known) {
        return jdbc.prepareStatement(
                "SELECT json FROM resolved_profile WHERE hash <> ALL (?) ORDER BY stored_at, hash", statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", known.toArray()));
                    List<ResolvedProfile> profiles = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            profiles.add(ResolvedProfile.ofJson(rows.getString(1)));
                        }
                    }
                    return profiles;
                });
    }

    /** Adds a zip and its profile, if they are not there, on an owner connection. */
    static void store(Connection owner, PluginStatus plugin, byte[] zip, ResolvedProfile profile)
            throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO " + ControlSchema.NAME
                + ".profile_zip(sha256, plugin_id, version, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, plugin.sha256());
            insert.setString(2, profile.ref().id());
            insert.setString(3, profile.ref().version());
            insert.setBytes(4, zip);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO " + ControlSchema.NAME
                + ".resolved_profile(hash, profile_id, version, zip_sha256, json) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, profile.hash());
            insert.setString(2, profile.ref().id());
            insert.setString(3, profile.ref().version());
            insert.setString(4, plugin.sha256());
            insert.setString(5, profile.json());
            insert.executeUpdate();
        }
    }
}
