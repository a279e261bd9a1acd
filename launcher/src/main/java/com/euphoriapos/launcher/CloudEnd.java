package com.euphoriapos.launcher;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/** What the program does for the cloud end before its bundles run. */
final class CloudEnd {
    /** The file that has to be there. */
    static final String SETTINGS = "cloud.gateway.cfg";

    static final String WITHOUT_SETTINGS =
            """
            The cloud end needs to know its database. Write %s, such as
              jdbcUrl=jdbc:postgresql://127.0.0.1:5432/cloud
              user=cloud_owner
            and start it once with --set-password.""";
    /** No password is kept. */
    static final int EXIT_NO_PASSWORD = 5;

    private static final int PASSWORD_MAX_BYTES = 500;
    private static final int ACCOUNT_PASSWORD_MIN = 10;

    private CloudEnd() {}

    /** Asks at the console without showing what is typed; where there is none, takes a line of standard input. */
    static String readPassword(String whose, InputStream in, PrintStream err) throws IOException {
        Console console = System.console();
        String password = console == null ? line(in) : new String(console.readPassword("Password of " + whose + ": "));
        if (password.isEmpty()) {
            err.println("The password is empty.");
            throw new IOException("no password was given");
        }
        return password;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && bytes.size() < PASSWORD_MAX_BYTES) {
            bytes.write(next);
            next = in.read();
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** Asks for what the command line wants to be asked for, and hands it to the bundle that keeps it. */
    static void ask(Options options, BundleContext context, InputStream in, PrintStream err) throws IOException {
        if (options.setPassword()) {
            tell(context, "cloud.database", readPassword("the database", in, err));
        }
        if (options.account().isPresent()) {
            String name = options.account().get();
            String password = readPassword("the account " + name, in, err);
            if (password.length() < ACCOUNT_PASSWORD_MIN) {
                err.println("A password has " + ACCOUNT_PASSWORD_MIN + " characters or more.");
                throw new IOException("the password is too short");
            }
            tell(context, "cloud.account", name + "\n" + password);
        }
    }

    /** Where the demo was asked for: starts its database, tells the password, and has said what a visitor needs once the door is open. */
    static Optional<DemoDatabase> demo(
            Options options, Home home, Path distribution, BundleContext context, PrintStream out) throws IOException {
        if (!options.cloud() || !options.demo()) {
            return Optional.empty();
        }
        DemoDatabase database = DemoDatabase.start(home, distribution);
        tell(context, "cloud.database", database.password());
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("pos.cloud.demo", "true");
        Consumer<String> visitor = out::println;
        context.registerService(Consumer.class, visitor, properties);
        return Optional.of(database);
    }

    private static void tell(BundleContext context, String what, String told) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("pos.secret", what);
        Supplier<String> secret = () -> told;
        context.registerService(Supplier.class, secret, properties);
    }
}
