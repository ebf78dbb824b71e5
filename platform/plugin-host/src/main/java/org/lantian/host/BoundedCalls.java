package org.lantian.host;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of plugin code, each on a daemon thread of its own. At the time limit the caller gets an answer and the thread is
 * abandoned; it keeps its place among the few threads that there may be until it ends, if ever.
 */
final class BoundedCalls {

    /** How many threads may run plugin code, those abandoned among them. */
    private static final int MOST_THREADS = 32;
    private static final Semaphore THREADS = new Semaphore(MOST_THREADS);

    private final Duration limit;

    BoundedCalls(Duration limit) {
        this.limit = limit;
    }

    /** Work with plugin code in it. Whatever it throws must be turned into a rejection inside, since it may be plugin code. */
    interface PluginCode<T> {
        T run() throws PluginRejection;
    }

    /** A call that did not end in time. */
    static final class Abandoned extends Exception {

        Abandoned(String reason) {
            super(reason);
        }
    }

    <T> T call(String name, PluginCode<T> code) throws PluginRejection, Abandoned {
        if (!THREADS.tryAcquire()) {
            throw new PluginRejection("运行插件代码的" + MOST_THREADS + "个线程都被未返回的调用占住，请重启服务。");
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return code.run();
            } finally {
                THREADS.release();
            }
        });
        Thread.ofPlatform().daemon().name("plugin-" + name).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            throw new Abandoned("插件代码在" + seconds() + "秒内没有返回。");
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new PluginRejection("装入被中断。");
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof PluginRejection rejection) {
                throw rejection;
            }
            throw new PluginRejection("读取插件内容时出错：" + fault.getCause().getClass().getName());
        }
    }

    private String seconds() {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
