package com.euphoriapos.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running container on one home. Not thread-safe but for {@link #stop()}. */
public final class Lane {
    /** Service property of the {@link IntConsumer} that ends the program with an exit code. */
    public static final String EXIT_SERVICE = "pos.exit";

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long STOP_TIMEOUT_MILLIS = 15_000;
    /** Up to here everything starts that somebody needs to sign in. */
    private static final int WINDOW_LEVEL = 2;

    private final Path distribution;
    private final Home home;
    private final Map<String, String> extra;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<Integer> started = new CompletableFuture<>();
    private final Framework framework;
    private final int startLevel;
    private @Nullable List<Bundle> toStart;

    /**
     * Makes the container; {@link #start()} starts it.
     *
     * @param distribution the folder with {@code bundles}, {@code conf} and {@code drivers}
     * @param home the lane's data; made when missing
     * @param extra framework properties on top of the configuration, such as {@code pos.headless}
     */
    public Lane(Path distribution, Path home, Map<String, String> extra) throws IOException {
        this.distribution = distribution;
        this.home = new Home(home);
        this.extra = Map.copyOf(extra);
        this.home.prepare();
        if (!Boolean.parseBoolean(extra.get("pos.cloud"))) {
            new ShippedDrivers(distribution.resolve("drivers"), this.home.plugins()).copy();
        }
        Map<String, String> configuration = configuration();
        this.startLevel = Integer.parseInt(configuration.getOrDefault("pos.startlevel", "6"));
        discardStaleCache(configuration);
        this.framework = new FrameworkFactory().newFramework(configuration);
    }

    /** Installs the boot list where it is not installed. Nothing is logged but what goes wrong. */
    public void prepare() throws BundleException, IOException {
        framework.init();
        BundleContext context = framework.getBundleContext();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(EXIT_SERVICE, Boolean.TRUE);
        ContainerLog.register(context);
        IntConsumer exitService = exit::complete;
        context.registerService(IntConsumer.class, exitService, properties);
        toStart = install(context);
    }

    /** Starts everything, prepared or not. */
    public void start() throws BundleException, IOException {
        if (toStart == null) {
            prepare();
        }
        framework.start();
        for (Bundle bundle : Objects.requireNonNull(toStart)) {
            startQuietly(bundle);
        }
        if (Boolean.parseBoolean(extra.get("pos.headless"))) {
            goOn();
        } else {
            framework
                    .adapt(FrameworkStartLevel.class)
                    .setStartLevel(WINDOW_LEVEL, event -> WindowFirst.then(this::goOn));
        }
    }

    private void goOn() {
        if (exit.isDone()) {
            return;
        }
        framework.adapt(FrameworkStartLevel.class).setStartLevel(startLevel, event -> {
            started.complete(startLevel);
            Diary.roll(LoggerFactory.getILoggerFactory());
        });
    }

    /** Waits until every start level was reached. */
    public void awaitStarted(long timeoutMillis) throws TimeoutException {
        await(started, timeoutMillis);
    }

    /** The container's context, for tests and tools. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Waits until somebody asks for the end, and returns the exit code. */
    public int awaitExit() {
        return exit.join();
    }

    /** Waits a bounded time for the end. */
    public int awaitExit(long timeoutMillis) throws TimeoutException {
        return await(exit, timeoutMillis);
    }

    private static int await(CompletableFuture<Integer> future, long timeoutMillis) throws TimeoutException {
        try {
            return future.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Stops everything; bounded. */
    public void stop() {
        exit.complete(0);
        ArchivedClasses.link(System.getProperty(ArchivedClasses.LOADED), framework.getBundleContext());
        try {
            framework.stop();
            framework.waitForStop(STOP_TIMEOUT_MILLIS);
        } catch (BundleException failed) {
            LOG.error("The container did not stop cleanly", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> configuration() throws IOException {
        Properties file = new Properties();
        try (InputStream in = Files.newInputStream(distribution.resolve("conf").resolve("config.properties"))) {
            file.load(in);
        }
        Map<String, String> all = new HashMap<>();
        file.stringPropertyNames().forEach(name -> all.put(name, file.getProperty(name)));
        all.put("pos.home", home.folder().toString());
        all.put("pos.distribution", distribution.toString());
        all.put(Constants.FRAMEWORK_STORAGE, home.cache().resolve("felix").toString());
        all.put("felix.cm.dir", home.cache().resolve("settings").toString());
        all.put("felix.fileinstall.dir", home.plugins() + "," + home.config());
        all.put("felix.fileinstall.tmpdir", home.cache().resolve("fileinstall").toString());
        all.putAll(extra);
        return all;
    }

    /** The cache refers to jars by their place and size: another place or another jar makes it useless. */
    private void discardStaleCache(Map<String, String> configuration) throws IOException {
        StringBuilder stamp = new StringBuilder(distribution.toString()).append('\n');
        for (Map.Entry<Path, Integer> entry : bootList(configuration).entrySet()) {
            Path jar = entry.getKey();
            stamp.append(entry.getValue()).append(' ').append(jar.getFileName()).append(' ');
            stamp.append(Files.size(jar))
                    .append(' ')
                    .append(Files.getLastModifiedTime(jar))
                    .append('\n');
        }
        Path file = home.cache().resolve("stamp");
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        delete(home.cache().resolve("settings"));
        if (!before.contentEquals(stamp)) {
            Files.deleteIfExists(file);
            delete(home.cache().resolve("felix"));
            Files.writeString(file, stamp, StandardCharsets.UTF_8);
        }
        Files.createDirectories(home.cache().resolve("settings"));
        Files.createDirectories(home.cache().resolve("fileinstall"));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                for (Path path : inside) {
                    delete(path);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    private Map<Path, Integer> bootList(Map<String, String> configuration) throws IOException {
        boolean headless = Boolean.parseBoolean(configuration.get("pos.headless"));
        boolean demo = Boolean.parseBoolean(configuration.get("pos.demo"));
        String prefix = Boolean.parseBoolean(configuration.get("pos.cloud")) ? "pos.cloud.boot." : "pos.boot.";
        Map<Path, Integer> list = new TreeMap<>();
        for (Map.Entry<String, String> entry : configuration.entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                continue;
            }
            String[] key = entry.getKey().substring(prefix.length()).split("\\.", -1);
            String kind = key.length > 1 ? key[1] : "";
            if (kind.equals("ui") && headless || kind.equals("demo") && !demo) {
                continue;
            }
            for (String name : entry.getValue().split(",", -1)) {
                Path jar = distribution.resolve("bundles").resolve(name.strip() + ".jar");
                if (!Files.exists(jar)) {
                    throw new IOException("The installation is damaged: " + jar + " is missing. Install it again.");
                }
                list.put(jar, Integer.parseInt(key[0]));
            }
        }
        return list;
    }

    private List<Bundle> install(BundleContext context) throws IOException {
        List<Bundle> toStart = new ArrayList<>();
        Map<String, String> configuration = configuration();
        for (Map.Entry<Path, Integer> entry : bootList(configuration).entrySet()) {
            String location = "reference:" + entry.getKey().toUri();
            if (context.getBundle(location) == null) {
                try {
                    Bundle bundle = context.installBundle(location);
                    bundle.adapt(BundleStartLevel.class).setStartLevel(entry.getValue());
                    toStart.add(bundle);
                } catch (BundleException damaged) {
                    LOG.error("Could not install {}; the lane starts without it", entry.getKey(), damaged);
                }
            }
        }
        return toStart;
    }

    private static void startQuietly(Bundle bundle) {
        try {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        } catch (BundleException failed) {
            LOG.error("Bundle {} does not start; the lane goes on without it", bundle.getSymbolicName(), failed);
        }
    }
}
