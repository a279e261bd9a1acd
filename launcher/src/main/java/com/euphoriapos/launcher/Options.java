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
 */
record Options(
        Optional<Path> home,
        boolean headless,
        boolean demo,
        boolean shell,
        boolean check,
        boolean json,
        boolean version,
        boolean help) {
    static final String USAGE =
            """
            usage: pos [options]
              --home DIR    keep the lane's data in DIR
              --demo        a demo store with simulated devices, on its own data
              --headless    no screens
              --shell       read commands from standard input, one a line ("help" lists them)
              --json        commands print one JSON object a line
              --check       start without screens, run the health checks, print them; exit code 0 or 1
              --version     print the version
              --help        print this
            """;

    static Options parse(String... arguments) {
        Optional<Path> home = Optional.empty();
        boolean[] flags = new boolean[7];
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--home" -> {
                    if (i + 1 == arguments.length) {
                        throw new IllegalArgumentException("--home needs a folder");
                    }
                    home = Optional.of(Path.of(arguments[++i]).toAbsolutePath().normalize());
                }
                case "--headless" -> flags[0] = true;
                case "--demo" -> flags[1] = true;
                case "--shell" -> flags[2] = true;
                case "--check" -> flags[3] = true;
                case "--json" -> flags[4] = true;
                case "--version" -> flags[5] = true;
                case "--help", "-h" -> flags[6] = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        boolean check = flags[3];
        return new Options(home, flags[0] || check, flags[1], flags[2], check, flags[4], flags[5], flags[6]);
    }
}
