package com.euphoriapos.ui.kit.present;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell the cashier, never modal.
 *
 * @param id the same id replaces the message shown before, and dismisses it
 * @param title one plain sentence
 * @param detail a second line, or null
 */
public record Message(String id, Kind kind, String title, @Nullable String detail, List<Choice> choices) {
    public Message {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a message needs an id and a title");
        }
        choices = List.copyOf(choices);
    }

    public static Message warning(String id, String title, String detail) {
        return new Message(id, Kind.WARNING, title, detail, List.of());
    }

    /** For four seconds; it never needs an answer. */
    public static Message toast(String title) {
        return new Message("toast", Kind.TOAST, title, null, List.of());
    }

    /** A toast with one thing to do, such as Undo. */
    public static Message toast(String title, Choice choice) {
        return new Message("toast", Kind.TOAST, title, null, List.of(choice));
    }

    /** For four seconds: what was asked for is not done, and why. */
    public static Message refusal(String title) {
        return new Message("toast", Kind.REFUSAL, title, null, List.of());
    }

    public static Message info(String id, String title, String detail) {
        return new Message(id, Kind.INFO, title, detail, List.of());
    }

    /** How bad it is; the worst is shown first. */
    public enum Kind {
        /** Goes by itself after four seconds. */
        TOAST,
        /** Goes by itself too: something was not done. */
        REFUSAL,
        /** Worth knowing while it lasts. */
        INFO,
        /** Scans wait for an answer elsewhere. */
        SCANS_WAIT,
        /** Needs another person's consent. */
        APPROVAL,
        /** Stays while it is true. */
        WARNING,
        /** Stays until dismissed, such as an unknown barcode. */
        TROUBLE
    }

    /**
     * One thing to do about a message.
     *
     * @param key what the key cap says, or null; the key itself is bound by the screen's key map
     */
    public record Choice(String label, @Nullable String key, Runnable action) {
        public Choice {
            if (label.isBlank()) {
                throw new IllegalArgumentException("a choice needs a label");
            }
        }
    }
}
