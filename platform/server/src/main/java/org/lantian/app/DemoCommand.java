package org.lantian.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import io.micronaut.runtime.server.EmbeddedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole of Lantian on one machine: prepares the database, runs the main job for Shapotou, then serves. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = {"Prepare everything, run the main job for the sample tenant Shapotou, then serve (演示).",
                "The ledger rows are samples (示例数据); see tenants/shapotou/README.md."})
final class DemoCommand implements Callable<Integer> {

    private static final int USUAL_PORT = 8080;

    @Mixin
    private DataOption data;
    @Option(names = "--port", paramLabel = "N", description = "Port to serve on (default 8080, or a free one if taken).")
    private Integer port;
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "Folder for the files (default out).")
    private Path out;
    @Option(names = "--once", description = "End after the job instead of serving.")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Progress progress = new Progress(System.out, DemoJob.STEPS + 1);
        Map<String, Object> properties = ServeCommand.serverProperties("127.0.0.1", once ? 0 : freePort());
        Installation opened = progress.step("启动数据库", () -> Installation.openUnprepared(data.folder(), properties),
                installation -> installation.settings().embedded() ? "内置 PostgreSQL，" + data.folder() : "外部 PostgreSQL");
        try (Installation installation = opened) {
            DemoJob job = new DemoJob(installation, progress, DataOption.home().resolve("tenants"), out);
            String password = Installation.asOperator(job::run);
            if (once) {
                return Lantian.DONE;
            }
            installation.bean(StartupGuard.class).check();
            EmbeddedServer server = installation.startServer();
            System.out.println();
            System.out.println("地址    " + server.getURL() + "/graphql（登录 POST " + server.getURL() + "/login）");
            System.out.println("租户    " + DemoJob.TENANT);
            System.out.println("用户    " + TenantApplication.FIRST_USER);
            System.out.println("口令    " + password);
            System.out.println("按 Ctrl-C 停止。Press Ctrl-C to stop." + (installation.settings().embedded() ? "（单机试用）" : ""));
            ServeCommand.waitForever();
            return Lantian.DONE;
        }
    }

    private int freePort() throws IOException {
        if (port != null) {
            return port;
        }
        try (ServerSocket probe = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }
}
