package com.euphoriapos.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/**
 * A command as a Gogo function. Every command takes {@code --json}; a failure is written, and thrown so that a script's exit code
 * says it.
 */
abstract class Command implements Function {
    /** Session variable: whether all commands print JSON. */
    static final String JSON_VARIABLE = "pos.json";

    private static final String JSON_FLAG = "--json";

    /** Does it. */
    abstract void run(List<String> words, Output output);

    /** How it is called, and what it does. */
    abstract String usage();

    @Override
    public final Object execute(CommandSession session, List<Object> arguments) {
        List<String> words = new ArrayList<>();
        boolean json = Boolean.TRUE.equals(session.get(JSON_VARIABLE));
        for (Object argument : arguments) {
            String word = String.valueOf(argument);
            if (word.equals(JSON_FLAG)) {
                json = true;
            } else {
                words.add(word);
            }
        }
        run(words, new Output(session.getConsole(), json));
        return "";
    }
}
