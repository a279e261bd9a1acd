package com.euphoriapos.ui.kit.present;

import java.util.Optional;
import javax.swing.JComponent;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A screen of the register, contributed as an OSGi service. The shell shows one at a time below the lane bar and asks for
 * its component the first time it is shown. All methods are called on the event thread, except {@link #id}.
 */
@ConsumerType
public interface Screen {
    /** Stable name, such as {@code "sale"} or {@code "manager.products"}; used with {@link Navigator#show}. */
    String id();

    /** What menus call it. */
    String title();

    /** The whole screen; always the same instance. */
    JComponent component();

    /** Place in menus, smallest first; ties are broken by title. */
    default int order() {
        return 1000;
    }

    /** Where menus list it. */
    default Menu menu() {
        return Menu.NONE;
    }

    /** The permission a person needs to see it; empty for everybody who is signed in. */
    default Optional<String> permission() {
        return Optional.empty();
    }

    /** Called each time the screen comes to the front. */
    default void shown() {}

    /** Whether something runs that the idle lock waits for, such as a payment being committed; asked once a second. */
    default boolean busy() {
        return false;
    }

    /** Called each time the screen goes to the back, also when the lane locks. */
    default void hidden() {}

    /** What happens to scans while this screen is in front; none: they are held back with the dull tone. */
    default Optional<com.euphoriapos.ui.kit.input.ScanContext> scanContext() {
        return Optional.empty();
    }

    /** Where a screen is listed. */
    enum Menu {
        NONE,
        /** F10 on the sale screen. */
        MORE,
        /** The manager's back office. */
        MANAGER,
        /** The support pages. */
        DIAGNOSTICS
    }
}
