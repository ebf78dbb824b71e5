package org.lantian.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The installation's own PostgreSQL in a data folder. Whoever comes first starts it, others attach, the last one out
 * stops it; a process that was killed counts as out, because its file lock is gone.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Map<Path, Attached> ATTACHED = new HashMap<>();

    private final Path folder;
    private final Attached attached;
    private boolean closed;

    private EmbeddedPostgres(Path folder, Attached attached) {
        this.folder = folder;
        this.attached = attached;
    }

    /** This process's share in a running database. */
    private static final class Attached {
        private final FileChannel users;
        private final DatabaseSettings settings;
        private int count = 1;

        Attached(FileChannel users, DatabaseSettings settings) {
            this.users = users;
            this.settings = settings;
        }
    }

    /**
     * Starts the database of the folder or attaches to the running one.
     *
     * @param options additional server settings as {@code name=value}, used only by the process that starts it
     * @throws IllegalStateException if the folder holds another major version or the server does not start
     */
    public static EmbeddedPostgres open(Path dataFolder, List<String> options) {
        synchronized (ATTACHED) {
            try {
                Files.createDirectories(dataFolder);
                Path folder = dataFolder.toRealPath();
                Attached known = ATTACHED.get(folder);
                if (known != null) {
                    known.count++;
                    return new EmbeddedPostgres(folder, known);
                }
                Attached fresh = attach(folder, options);
                ATTACHED.put(folder, fresh);
                return new EmbeddedPostgres(folder, fresh);
            } catch (IOException e) {
                throw new UncheckedIOException("data folder " + dataFolder + ": " + e.getMessage(), e);
            }
        }
    }

    private static Attached attach(Path folder, List<String> options) throws IOException {
        PostgresCluster cluster = new PostgresCluster(folder);
        try (FileChannel election = lockFile(folder, "election.lock"); FileLock elected = election.lock()) {
            FileChannel users = lockFile(folder, "users.lock");
            try {
                boolean alone = alone(users);
                users.lock(0, Long.MAX_VALUE, true);
                cluster.ensureCreated();
                Optional<Integer> port = cluster.findRunningPort();
                if (port.isEmpty() && alone) {
                    cluster.removeStalePidFile();
                }
                int serving = port.isPresent() ? port.get() : cluster.start(options);
                cluster.bootstrap(serving);
                return new Attached(users, cluster.settings(serving));
            } catch (IOException | RuntimeException e) {
                users.close();
                throw e;
            }
        }
    }

    /** Whether no other process uses the database; held by nobody's word but the file's locks. */
    private static boolean alone(FileChannel users) throws IOException {
        try (FileLock exclusive = users.tryLock()) {
            return exclusive != null;
        }
    }

    private static FileChannel lockFile(Path folder, String name) throws IOException {
        return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    public DatabaseSettings settings() {
        return attached.settings;
    }

    /** Leaves the database; stops it if nobody else uses it. */
    @Override
    public void close() {
        synchronized (ATTACHED) {
            if (closed) {
                return;
            }
            closed = true;
            attached.count--;
            if (attached.count > 0) {
                return;
            }
            ATTACHED.remove(folder);
            try {
                leave();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void leave() throws IOException {
        try (FileChannel election = lockFile(folder, "election.lock"); FileLock elected = election.lock()) {
            attached.users.close();
            try (FileChannel users = lockFile(folder, "users.lock"); FileLock alone = users.tryLock()) {
                if (alone != null) {
                    new PostgresCluster(folder).stop();
                }
            }
        }
    }
}
