package com.euphoriapos.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Java, its memory, and the home folder with the room on its disk: needs nothing that could be missing. */
@Component(property = {HealthCheck.NAME + "=System", HealthCheck.TAGS + "=system"})
public final class RuntimeCheck implements HealthCheck {
    private static final int JAVA_MIN = 17;
    private static final long WARN_MEGABYTES = 1_000;
    private static final long STOP_MEGABYTES = 200;

    private final @Nullable Path home;

    @Activate
    public RuntimeCheck(BundleContext context) {
        this(context.getProperty("pos.home"));
    }

    RuntimeCheck(@Nullable String home) {
        this.home = home == null || home.isBlank() ? null : Path.of(home);
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        int java = Runtime.version().feature();
        if (java < JAVA_MIN) {
            log.critical("Java {} is too old: {} or later is needed", java, JAVA_MIN);
        } else {
            log.info("Java {} ({})", Runtime.version(), System.getProperty("java.vendor"));
        }
        Runtime runtime = Runtime.getRuntime();
        log.info(
                "{} MB of {} MB memory in use",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
        home(log);
        return new Result(log);
    }

    private void home(FormattingResultLog log) {
        Path folder = home;
        if (folder == null) {
            log.warn("The framework property pos.home names no folder");
            return;
        }
        if (!Files.isWritable(folder)) {
            log.critical("The folder {} can't be written", folder);
            return;
        }
        try {
            FileStore disk = Files.getFileStore(folder);
            long megabytes = disk.getUsableSpace() / 1_000_000;
            if (megabytes < STOP_MEGABYTES) {
                log.critical("Only {} MB are free on the disk of {}", megabytes, folder);
            } else if (megabytes < WARN_MEGABYTES) {
                log.warn("Only {} MB are free on the disk of {}: make room soon", megabytes, folder);
            } else {
                log.info("{} MB are free on the disk of {}", megabytes, folder);
            }
        } catch (IOException e) {
            log.warn("The room on the disk of {} can't be told: {}", folder, e.getMessage());
        }
    }
}
