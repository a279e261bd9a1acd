package com.euphoriapos.ui.manager;

import com.euphoriapos.domain.Role;
import java.util.Arrays;
import java.util.Locale;

/** Roles within sentences. Pure. */
final class RoleWords {
    private RoleWords() {}

    /** "a manager or an owner": everybody who is trusted at least so much. */
    static String atLeast(Role role) {
        return Role.anyOf(
                Arrays.stream(Role.values()).filter(each -> each.atLeast(role)).toList());
    }

    /** The sentence with a large first letter. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
