package org.lantian.host;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The parent of every plugin's class loader: plugin-api, JSpecify, PF4J and the JDK, nothing else of the host. */
final class ApiClassLoader extends ClassLoader {

    private static final List<String> VISIBLE = List.of("org.lantian.plugin.", "org.jspecify.", "org.pf4j.");

    private final ClassLoader host = ApiClassLoader.class.getClassLoader();

    ApiClassLoader() {
        super("plugin-api", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (VISIBLE.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }
}
