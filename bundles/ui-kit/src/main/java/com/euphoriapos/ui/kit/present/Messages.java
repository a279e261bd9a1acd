package com.euphoriapos.ui.kit.present;

/** Where messages go. Thread-safe: may be called from anywhere. */
public interface Messages {
    /** Shows the message, in place of an earlier one with the same id. */
    void show(Message message);

    /** Takes a message away; nothing happens if it is not shown. */
    void dismiss(String id);
}
