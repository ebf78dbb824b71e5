package org.lantian.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.PropertiesPluginDescriptorFinder;

import org.lantian.plugin.RegionalProfile;

/** PF4J for one unpacked plugin: one manager cannot hold two versions of one id. */
final class SinglePluginManager extends DefaultPluginManager implements AutoCloseable {

    private final Path folder;

    SinglePluginManager(Path folder, String pluginApiVersion) {
        super(folder.toAbsolutePath().getParent());
        this.folder = folder;
        setSystemVersion(pluginApiVersion);
    }

    /** Reads the descriptor and checks what it requires; runs no code of the plugin. */
    PluginDescriptor load() throws PluginRejection {
        if (!Files.isRegularFile(folder.resolve(PropertiesPluginDescriptorFinder.DEFAULT_PROPERTIES_FILE_NAME))) {
            throw new PluginRejection("缺少plugin.properties。");
        }
        try {
            PluginWrapper plugin = getPlugin(loadPlugin(folder));
            PluginDescriptor descriptor = plugin.getDescriptor();
            if (plugin.getPluginState() == PluginState.DISABLED) {
                throw new PluginRejection(descriptor.getPluginId() + "@" + descriptor.getVersion()
                        + "要求plugin-api " + descriptor.getRequires() + "，当前为" + getSystemVersion() + "。");
            }
            return descriptor;
        } catch (RuntimeException fault) {
            // PF4J's own faults and those of its version parser have no common type
            throw new PluginRejection("plugin.properties无效：" + fault.getMessage());
        }
    }

    /** Starts the plugin and makes its extensions; runs its code. */
    List<RegionalProfile> profiles(String pluginId) throws PluginRejection {
        if (startPlugin(pluginId) != PluginState.STARTED) {
            throw new PluginRejection("插件代码未能启动：" + getPlugin(pluginId).getFailedException());
        }
        return getExtensions(RegionalProfile.class, pluginId);
    }

    @Override
    public void close() {
        List.copyOf(getPlugins()).forEach(plugin -> unloadPlugin(plugin.getPluginId()));
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PropertiesPluginDescriptorFinder();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path path) {
                return Files.isDirectory(path);
            }

            @Override
            public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                return classLoader(path, descriptor);
            }
        };
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(String pluginId) {
                return false;
            }

            @Override
            public void disablePlugin(String pluginId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void enablePlugin(String pluginId) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private ClassLoader classLoader(Path path, PluginDescriptor descriptor) {
        PluginClassLoader loader = new PluginClassLoader(this, descriptor, new ApiClassLoader(), true);
        loader.addFile(path.resolve("classes").toFile());
        Path library = path.resolve("lib");
        if (Files.isDirectory(library)) {
            try (Stream<Path> jars = Files.list(library)) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().map(Path::toFile)
                        .forEach((File jar) -> loader.addFile(jar));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return loader;
    }
}
