package com.euphoriapos.shell;

import java.util.List;

/** A command that reads a PIN. It does so before it looks at anything else: a PIN that stayed behind would be run as a command. */
abstract class SecretCommand extends Command {
    /** Does it; {@code secrets} is asked first. */
    abstract void run(List<String> words, Output output, Secrets secrets);

    @Override
    final void run(List<String> words, Output output) {
        throw new CommandException("this command reads a PIN from standard input, which is not there");
    }
}
