package com.euphoriapos.core.settings;

import com.euphoriapos.api.settings.PosConfig.Type;
import java.util.List;

/** How the value of a setting is typed and how it is stored. Pure. */
interface Form {
    /** How a screen asks for it. */
    Type type();

    /** What may be chosen, where it is a choice. */
    default List<String> choices() {
        return List.of();
    }

    /**
     * The one way to write what was typed.
     *
     * @throws IllegalArgumentException with a sentence on what is wrong
     */
    String canonical(String typed);

    /** What was made canonical, as JSON. */
    String json(String canonical);

    /**
     * What was stored, as {@link #canonical} writes it.
     *
     * @throws IllegalArgumentException when it is no value of this form
     */
    String text(Object json);
}
