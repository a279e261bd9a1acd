package com.euphoriapos.ui.manager;

import com.euphoriapos.domain.Role;
import java.util.Locale;

/** Roles within sentences. Pure. */
final class RoleWords {
    private RoleWords() {}

    /** "a shift lead", "an owner". */
    static String one(Role role) {
        String word = role.title().toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    /** "a manager or an owner": everybody who is trusted at least so much. */
    static String atLeast(Role role) {
        StringBuilder words = new StringBuilder();
        for (Role each : Role.values()) {
            if (each.atLeast(role)) {
                words.append(words.isEmpty() ? "" : " or ").append(one(each));
            }
        }
        return words.toString();
    }

    /** The sentence with a large first letter. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
