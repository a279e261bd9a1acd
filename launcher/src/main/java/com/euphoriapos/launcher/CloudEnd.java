package com.euphoriapos.launcher;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Hashtable;
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

    private CloudEnd() {}

    /** Asks at the console without showing what is typed; where there is none, takes a line of standard input. */
    static String readPassword(InputStream in, PrintStream err) throws IOException {
        Console console = System.console();
        String password = console == null ? line(in) : new String(console.readPassword("Password of the database: "));
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

    /** Hands the password to the bundle that keeps it. */
    static void tellPassword(BundleContext context, String password) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("pos.secret", "cloud.database");
        Supplier<String> secret = () -> password;
        context.registerService(Supplier.class, secret, properties);
    }
}
