package org.lantian.profile.graphql;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.profile.Profiles;

/** {@code profile} and {@code plugins}. */
@Singleton
final class ProfileFeature implements GraphqlFeature {

    private final Profiles profiles;

    ProfileFeature(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type
                .dataFetcher("profile", environment -> ProfileView.of(profiles.current()))
                .dataFetcher("plugins", environment -> {
                    Actor.requireAny(Role.ADMINISTRATOR);
                    return profiles.list().stream().map(PluginView::of).toList();
                }));
    }
}
