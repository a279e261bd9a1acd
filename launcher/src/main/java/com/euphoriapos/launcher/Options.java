package com.euphoriapos.launcher;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param home where the lane keeps its data; empty for the usual place
 * @param headless without screens
 * @param demo with the demo store and the simulated devices
 * @param shell commands are read from standard input
 * @param check run the health checks, print them, exit 0 or 1
 * @param json commands print one JSON object a line
 * @param version print the version and exit
 * @param help print the options and exit
 * @param cloud the cloud end instead of a register
 * @param setPassword read the password of the cloud's database and keep it
 * @param account make an account of that name for the cloud's web page, read its password, and end
 * @param lanes how many demo lanes run side by side, 1 to 4
 * @param lane which of them this is; all but the first are started by the first
 */
record Options(
        Optional<Path> home,
        boolean headless,
        boolean demo,
        boolean shell,
        boolean check,
        boolean json,
        boolean version,
        boolean help,
        boolean cloud,
        boolean setPassword,
        Optional<String> account,
        int lanes,
        int lane) {
    private static final int LANES_MAX = 4;

    static final String USAGE =
            """
            usage: pos [options]
              --home DIR    keep the lane's data in DIR
              --demo        a demo store with simulated devices, on its own data
              --lanes N     with --demo: so many lanes of one store side by side, 1 to 4
              --cloud       no register: the cloud end that lanes upload to, on a PostgreSQL of your own
              --cloud --demo  the same to try it: brings its PostgreSQL, a store and a code for a lane
              --set-password  with --cloud: read the password of the database first, from the console or one line, and keep it
              --add-account NAME  with --cloud: make an owner's account for the web page, read its password as above, and end
              --headless    no screens
              --shell       read commands from standard input, one a line ("help" lists them)
              --json        commands print one JSON object a line
              --check       start without screens, run the health checks, print them; exit code 0 or 1
              --version     print the version
              --help        print this
            """;

    static Options parse(String... arguments) {
        Optional<Path> home = Optional.empty();
        Optional<String> account = Optional.empty();
        boolean[] flags = new boolean[9];
        int lanes = 1;
        int lane = 1;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--home" -> {
                    if (i + 1 == arguments.length) {
                        throw new IllegalArgumentException("--home needs a folder");
                    }
                    home = Optional.of(Path.of(arguments[++i]).toAbsolutePath().normalize());
                }
                case "--add-account" -> account = Optional.of(name(arguments, ++i));
                case "--lanes" -> lanes = number(arguments, ++i);
                // Not for people: how the first demo lane starts the others.
                case "--demo-lane" -> lane = number(arguments, ++i);
                case "--headless" -> flags[0] = true;
                case "--demo" -> flags[1] = true;
                case "--shell" -> flags[2] = true;
                case "--check" -> flags[3] = true;
                case "--json" -> flags[4] = true;
                case "--version" -> flags[5] = true;
                case "--help", "-h" -> flags[6] = true;
                case "--cloud" -> flags[7] = true;
                case "--set-password" -> flags[8] = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        boolean check = flags[3];
        if (lanes > 1 && (!flags[1] || check)) {
            throw new IllegalArgumentException("--lanes is for --demo, and not for --check");
        }
        boolean asks = flags[8] || account.isPresent();
        if (flags[7] && (flags[2] || check || lanes > 1 || flags[1] && asks) || asks && !flags[7]) {
            throw new IllegalArgumentException(
                    "--cloud goes with --home and --demo, or with --home, --set-password and --add-account only");
        }
        if (lane > lanes) {
            throw new IllegalArgumentException("there is no demo lane " + lane + " of " + lanes);
        }
        return new Options(
                home,
                flags[0] || check || flags[7],
                flags[1],
                flags[2],
                check,
                flags[4],
                flags[5],
                flags[6],
                flags[7],
                flags[8],
                account,
                lanes,
                lane);
    }

    private static String name(String[] arguments, int at) {
        if (at == arguments.length || !arguments[at].matches("\\S(.{0,58}\\S)?")) {
            throw new IllegalArgumentException("--add-account needs a name of 1 to 60 characters");
        }
        return arguments[at];
    }

    private static int number(String[] arguments, int at) {
        if (at == arguments.length || !arguments[at].matches("[1-" + LANES_MAX + "]")) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a number from 1 to " + LANES_MAX);
        }
        return Integer.parseInt(arguments[at]);
    }
}
