package com.euphoriapos.shell;

import com.euphoriapos.api.access.ForbiddenException;
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

    /** Session variable: where a command reads a PIN. */
    static final String SECRETS_VARIABLE = "pos.secrets";

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
        Output output = new Output(session.getConsole(), json);
        try {
            if (this instanceof SecretCommand command && session.get(SECRETS_VARIABLE) instanceof Secrets secrets) {
                try {
                    command.run(words, output, secrets);
                } finally {
                    secrets.wipe();
                }
            } else {
                run(words, output);
            }
        } catch (ForbiddenException forbidden) {
            throw new CommandException(String.valueOf(forbidden.getMessage()), forbidden);
        }
        return "";
    }
}
