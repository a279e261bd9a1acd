package com.euphoriapos.launcher;

import com.euphoriapos.launcher.InstanceLock.AlreadyRunningException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.osgi.framework.BundleException;

/** The program. */
public final class Main {
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_RUNNING = 3;
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_REAL_STORE = 4;

    private Main() {}

    /** Starts the lane and ends with its exit code: 0 fine, 1 failed, 2 unusable options, 3 already running, 4 a demo on a real home. */
    public static void main(String[] arguments) throws URISyntaxException {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws URISyntaxException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException unusable) {
            err.println(unusable.getMessage());
            err.print(Options.USAGE);
            return EXIT_USAGE;
        }
        if (options.help()) {
            out.print(Options.USAGE);
            return 0;
        }
        if (options.version()) {
            out.println("Euphoria POS " + version());
            return 0;
        }
        return runLane(options, err);
    }

    private static int runLane(Options options, PrintStream err) throws URISyntaxException {
        Path folder = options.home()
                .orElseGet(() -> Home.usual(
                        System.getenv(),
                        System.getProperty("os.name", ""),
                        System.getProperty("user.home", "."),
                        (options.cloud() ? "-cloud" : "") + (options.demo() ? "-demo" : "")));
        Home home = new Home(folder);
        AtomicReference<DemoLanes> others = new AtomicReference<>();
        try {
            home.prepare();
            if (options.cloud()
                    && !options.demo()
                    && Files.notExists(home.config().resolve(CloudEnd.SETTINGS))) {
                err.println(CloudEnd.WITHOUT_SETTINGS.formatted(home.config().resolve(CloudEnd.SETTINGS)));
                return EXIT_USAGE;
            }
            int code;
            try (InstanceLock lock = InstanceLock.take(folder)) {
                code = runLocked(options, home, others::set, err);
            }
            // Closed is only this lane; and who waits for this process waits for all that it started.
            Optional.ofNullable(others.get()).ifPresent(DemoLanes::awaitEnd);
            return code;
        } catch (AlreadyRunningException running) {
            err.println(running.getMessage());
            return EXIT_RUNNING;
        } catch (IOException | BundleException failed) {
            err.println(
                    "The " + (options.cloud() ? "cloud end" : "register") + " could not start: " + failed.getMessage());
            return EXIT_FAILED;
        }
    }

    private static int runLocked(Options options, Home home, Consumer<DemoLanes> others, PrintStream err)
            throws IOException, BundleException, URISyntaxException {
        Path distribution = distribution();
        System.setProperty(Diary.FOLDER, home.logs().toString());
        Path ownLogging = distribution.resolve("conf/logback.xml");
        if (Files.exists(ownLogging)) {
            setIfAbsent("logback.configurationFile", ownLogging.toString());
        }
        setIfAbsent("jSerialComm.library.randomizeNativeName", "true");
        setIfAbsent("fazecast.jSerialComm.appid", "EuphoriaPOS");
        // Known, so not searched for in every jar.
        setIfAbsent("slf4j.provider", DiaryProvider.class.getName());
        setIfAbsent("slf4j.internal.verbosity", "WARN");
        // The data that Java uses first anyway; the older ones behind it would be read with the first date.
        setIfAbsent("java.locale.providers", "CLDR");
        setIfAbsent("org.sqlite.tmpdir", home.cache().toString());
        setIfAbsent("pos.fonts", home.cache().resolve("fonts").toString());
        setIfAbsent("swing.defaultlaf", BareLook.class.getName());
        setIfAbsent("java.awt.headless", Boolean.toString(options.headless()));
        WarmUp warmUp = WarmUp.start(options.headless());
        Map<String, String> properties = new HashMap<>();
        properties.put("pos.version", version());
        properties.put("pos.headless", Boolean.toString(options.headless()));
        properties.put("pos.demo", Boolean.toString(options.demo()));
        properties.put("pos.shell", Boolean.toString(options.shell()));
        properties.put("pos.check", Boolean.toString(options.check()));
        properties.put("pos.json", Boolean.toString(options.json()));
        properties.put("pos.cloud", Boolean.toString(options.cloud()));
        properties.putAll(DemoLanes.properties(options));
        Lane lane = new Lane(distribution, home.folder(), properties);
        Thread onSignal = new Thread(lane::stop, "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        lane.prepare();
        CloudEnd.ask(options, lane.context(), System.in, err);
        Optional<DemoDatabase> database = CloudEnd.demo(options, home, distribution, lane.context(), System.out);
        demoLanes(options, lane, home, err).ifPresent(others);
        warmUp.awaitLogging();
        lane.start();
        int code = lane.awaitExit();
        lane.stop();
        database.ifPresent(DemoDatabase::close);
        if (code == CloudEnd.EXIT_NO_PASSWORD) {
            err.println("No password for the cloud's database is kept here: start once with --set-password.");
        }
        if (code == EXIT_REAL_STORE) {
            err.println("This home belongs to a real store: start without --demo, or give the demo another --home.");
        }
        return code;
    }

    /** Before this lane starts: the others need as long as it does. */
    private static Optional<DemoLanes> demoLanes(Options options, Lane lane, Home home, PrintStream err)
            throws URISyntaxException {
        if (options.lane() > 1) {
            new DemoLane(System.in, System.out).register(lane.context());
            return Optional.empty();
        }
        if (options.lanes() == 1) {
            return Optional.empty();
        }
        DemoLanes others = new DemoLanes(options, distribution(), home.folder());
        Runtime.getRuntime().addShutdownHook(new Thread(others::end, "stop-demo-lanes"));
        others.start(lane.context(), err);
        return Optional.of(others);
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static Path distribution() throws URISyntaxException {
        String told = System.getProperty("pos.distribution");
        if (told != null) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        Path jar = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path lib = jar.getParent();
        Path folder = lib == null ? null : lib.getParent();
        if (folder == null) {
            throw new IllegalStateException(
                    "The launcher must lie in the lib folder of the distribution, not at " + jar);
        }
        return folder;
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
