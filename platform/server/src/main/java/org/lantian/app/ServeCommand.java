package org.lantian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.micronaut.runtime.server.EmbeddedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the API until stopped; needs no owner login and migrates nothing. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serve the API until stopped (启动服务).")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;
    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port (default 8080; 0: any free).")
    private int port;
    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "Address to listen on (default 127.0.0.1).")
    private String host;

    @Option(names = "--dev", paramLabel = "DIR",
            description = "A plugin project under development: a changed YAML file is live at once; may be repeated.")
    private List<Path> development = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = new HashMap<>(serverProperties(host, port));
        properties.put("lantian.dev-plugins", development.stream().map(one -> one.toAbsolutePath().toString()).toList());
        try (Installation installation = Installation.open(data.folder(), properties)) {
            installation.bean(StartupGuard.class).check();
            EmbeddedServer server = installation.startServer();
            System.out.println("Lantian 蓝天 serves at " + server.getURL() + "/graphql (Ctrl-C to stop, 按 Ctrl-C 停止)");
            waitForever();
            return Lantian.DONE;
        }
    }

    static Map<String, Object> serverProperties(String host, int port) {
        return Map.of("micronaut.server.port", port == 0 ? -1 : port, "micronaut.server.host", host);
    }

    /** Blocks; the process's shutdown hook closes the installation. */
    static void waitForever() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
