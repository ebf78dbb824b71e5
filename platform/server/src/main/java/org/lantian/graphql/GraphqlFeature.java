package org.lantian.graphql;

import graphql.schema.idl.RuntimeWiring;
import org.dataloader.DataLoaderRegistry;

/** What a feature adds to the API: fetchers for its part of the schema and batch loaders for its lists of children. */
public interface GraphqlFeature {

    /** Registers fetchers; fields of records need none. */
    void wire(RuntimeWiring.Builder wiring);

    /**
     * Registers this request's batch loaders. They run on the request's thread inside its transaction and return
     * completed futures; see {@code BatchLoaders}.
     */
    default void registerLoaders(DataLoaderRegistry registry) {
    }
}
