package com.euphoriapos.shell;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.StatusItem.Level;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads commands from standard input with {@code --shell}, and runs the health checks with {@code --check}; then ends the program:
 * exit code 1 when a command failed.
 */
@Component(
        immediate = true,
        service = {})
public final class StandardInput {
    private static final Logger LOG = LoggerFactory.getLogger(StandardInput.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(3);
    private static final long SETTLE_SECONDS = 15;
    private static final long SETTLE_POLL_MILLIS = 200;
    /** What was read a moment ago may still be on its way to whom it concerns. */
    private static final int SETTLED = 4;

    private final CommandProcessor processor;
    private final IntConsumer exit;
    private final boolean json;
    private final boolean demo;
    private final FrameworkStartLevel startLevel;
    private final int startLevelWanted;
    private final Map<String, Function> functions = new ConcurrentHashMap<>();
    private final CountDownLatch checkoutThere = new CountDownLatch(1);
    private final CountDownLatch healthThere = new CountDownLatch(1);
    private volatile boolean stopped;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable LaneSetup setup;

    private volatile @Nullable HealthReport report;

    @Activate
    public StandardInput(
            BundleContext context,
            @Reference CommandProcessor processor,
            @Reference(target = "(pos.exit=true)") IntConsumer exit) {
        this.processor = processor;
        this.exit = exit;
        this.json = Boolean.parseBoolean(context.getProperty("pos.json"));
        this.demo = Boolean.parseBoolean(context.getProperty("pos.demo"));
        this.startLevel = context.getBundle(0).adapt(FrameworkStartLevel.class);
        String wanted = context.getProperty("pos.startlevel");
        this.startLevelWanted = wanted == null ? 1 : Integer.parseInt(wanted);
        boolean check = Boolean.parseBoolean(context.getProperty("pos.check"));
        boolean shell = Boolean.parseBoolean(context.getProperty("pos.shell"));
        if (check || shell) {
            // A daemon: a read of standard input can't be interrupted, and must not hold up the end of the program.
            Thread thread = new Thread(() -> runAll(check), "standard-input");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Deactivate
    void stop() {
        stopped = true;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setCheckout(Checkout checkout) {
        checkoutThere.countDown();
    }

    void unsetCheckout(Checkout checkout) {
        LOG.debug("The checkout went away");
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setHealth(HealthReport health) {
        report = health;
        healthThere.countDown();
    }

    void unsetHealth(HealthReport health) {
        LOG.debug("The health report went away");
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(osgi.command.function=*)")
    void addFunction(Function function, Map<String, Object> properties) {
        functions.put(name(properties), function);
    }

    void removeFunction(Function function, Map<String, Object> properties) {
        functions.remove(name(properties), function);
    }

    private static String name(Map<String, Object> properties) {
        return properties.get("osgi.command.scope") + ":" + properties.get("osgi.command.function");
    }

    private void runAll(boolean check) {
        boolean failed;
        // Not System.out: Gogo replaces that by a stream that would write into itself.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (CommandSession session = processor.createSession(System.in, out, out)) {
            if (!checkoutThere.await(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    || !healthThere.await(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The lane did not start wholly within {} s", START_TIMEOUT.toSeconds());
            }
            Patience.until(this::wholeLaneStarted, START_TIMEOUT);
            awaitDemo();
            if (check) {
                awaitDropIns();
            }
            session.put(Command.JSON_VARIABLE, json);
            failed = check ? !execute(session, "pos:check") : runLines(session);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException unreadable) {
            LOG.error("Standard input can't be read", unreadable);
            failed = true;
        }
        exit.accept(failed ? 1 : 0);
    }

    private boolean wholeLaneStarted() {
        return startLevel.getStartLevel() >= startLevelWanted;
    }

    /** The demo store is set up in the background; a script may rely on it. */
    private void awaitDemo() {
        LaneSetup there = setup;
        if (demo && there != null) {
            Patience.until(() -> there.state() == LaneSetup.State.READY, START_TIMEOUT);
        }
    }

    /** Drop-ins and settings are taken up while the lane already runs: only a problem that stays is one. */
    private void awaitDropIns() {
        int clean = 0;
        for (long left = TimeUnit.SECONDS.toMillis(SETTLE_SECONDS);
                left > 0 && clean < SETTLED;
                left -= SETTLE_POLL_MILLIS) {
            HealthReport health = report;
            boolean bad = health == null || health.run().stream().anyMatch(item -> item.level() == Level.DANGER);
            clean = bad ? 0 : clean + 1;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SETTLE_POLL_MILLIS));
        }
    }

    private boolean runLines(CommandSession session) throws IOException {
        boolean failed = false;
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        session.put(Command.SECRETS_VARIABLE, new Secrets(lines, System.console()));
        for (String line = lines.readLine(); line != null && !stopped; line = lines.readLine()) {
            String command = line.strip();
            if (command.equals("exit") || command.equals("quit")) {
                break;
            }
            if (!command.isEmpty() && !command.startsWith("#")) {
                failed |= !execute(session, command);
            }
        }
        return failed;
    }

    /**
     * Another bundle's command may say in this way what the person did wrong, so the stack is for whoever looks for it. What is no command
     * may be a PIN whose command was mistyped: neither the line nor the message, which repeats it, gets into the log.
     */
    private static void log(String line, Exception failed) {
        Optional<String> name = Words.command(line);
        if (name.isPresent()) {
            LOG.warn("Command \"{}\" failed: {}", name.get(), failed.toString());
            LOG.debug("That failure", failed);
        } else {
            LOG.warn("A line that is no command failed: {}", failed.getClass().getSimpleName());
        }
    }

    /** A command that belongs to a bundle which is still starting is waited for. */
    private @Nullable Function functionNamed(String name) {
        if (name.contains(":")) {
            Patience.until(() -> functions.containsKey(name), COMMAND_TIMEOUT);
        }
        return functions.get(name);
    }

    /** Our own commands get the words as typed: Gogo would read a barcode as a number and lose its zeros. */
    private boolean execute(CommandSession session, String line) {
        PrintStream out = session.getConsole();
        try {
            List<String> words = Words.of(line);
            String name = words.get(0).equals("help") ? "pos:commands" : words.get(0);
            Function function = functionNamed(name);
            Object result = function != null
                    ? function.execute(session, List.copyOf(words.subList(1, words.size())))
                    : session.execute(line);
            if (result != null && !result.toString().isEmpty()) {
                out.println(session.format(result, 0));
            }
            return true;
        } catch (CommandException refused) {
            new Output(out, json || line.contains("--json")).error(String.valueOf(refused.getMessage()));
        } catch (Exception failed) {
            log(line, failed);
            new Output(out, json || line.contains("--json")).error(String.valueOf(failed.getMessage()));
        } finally {
            out.flush();
        }
        return false;
    }
}
