package com.euphoriapos.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a command: plain ones, {@code --flag} and {@code --name value}. */
final class Arguments {
    private final List<String> plain = new ArrayList<>();
    private final Map<String, String> named = new HashMap<>();

    private Arguments() {}

    /**
     * Sorts the words.
     *
     * @param flags options without a value
     * @param options options with a value
     * @throws CommandException naming the word that is not understood
     */
    static Arguments of(List<String> words, Set<String> flags, Set<String> options) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.startsWith("--") ? word.substring(2) : "";
            if (name.isEmpty()) {
                arguments.plain.add(word);
            } else if (flags.contains(name)) {
                arguments.named.put(name, "");
            } else if (options.contains(name) && i + 1 < words.size()) {
                arguments.named.put(name, words.get(++i));
            } else {
                throw new CommandException(
                        options.contains(name) ? "--" + name + " needs a value" : "unknown option --" + name);
            }
        }
        return arguments;
    }

    boolean has(String name) {
        return named.containsKey(name);
    }

    String value(String name, String otherwise) {
        return named.getOrDefault(name, otherwise);
    }

    Optional<String> plain(int index) {
        return index < plain.size() ? Optional.of(plain.get(index)) : Optional.empty();
    }

    /** The plain word at this place, which the command can't do without. */
    String required(int index, String what) {
        return plain(index).orElseThrow(() -> new CommandException("say " + what));
    }

    /** All plain words as one text. */
    String text() {
        return String.join(" ", plain);
    }

    /** A whole number of 1 to {@code max}. */
    int number(String name, int otherwise, int max) {
        String text = named.get(name);
        return text == null ? otherwise : whole(text, "--" + name, max);
    }

    static int whole(String text, String what, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new CommandException(what + " takes a whole number, not \"" + text + "\"", notANumber);
        }
        throw new CommandException(what + " is 1 to " + max + ", not " + text);
    }
}
