package org.lantian.graphql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;

/** Batch loaders that run on the request's thread, inside its transaction. */
public final class BatchLoaders {

    private static final int LARGEST_BATCH = 5_000;

    private BatchLoaders() {
    }

    /** Registers a loader of lists of children: one query for many parents; a parent without rows gets an empty list. */
    public static <K, V> void lists(DataLoaderRegistry registry, String name, Function<Set<K>, Map<K, List<V>>> query) {
        DataLoader<K, List<V>> loader = DataLoaderFactory.newMappedDataLoader(keys -> {
            Map<K, List<V>> found = query.apply(keys);
            java.util.HashMap<K, List<V>> complete = new java.util.HashMap<>();
            keys.forEach(key -> complete.put(key, found.getOrDefault(key, List.of())));
            return CompletableFuture.completedFuture(complete);
        }, options());
        registry.register(name, loader);
    }

    /** Registers a loader of single rows; an unknown key gives null. */
    public static <K, V> void rows(DataLoaderRegistry registry, String name, Function<Set<K>, Map<K, V>> query) {
        DataLoader<K, V> loader = DataLoaderFactory
                .newMappedDataLoader(keys -> CompletableFuture.completedFuture(query.apply(keys)), options());
        registry.register(name, loader);
    }

    private static org.dataloader.DataLoaderOptions options() {
        return org.dataloader.DataLoaderOptions.newOptions().setMaxBatchSize(LARGEST_BATCH).build();
    }
}
