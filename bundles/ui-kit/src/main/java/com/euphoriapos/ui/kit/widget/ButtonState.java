package com.euphoriapos.ui.kit.widget;

/** How a button looks now; the focus ring comes on top. */
public enum ButtonState {
    REST,
    HOVER,
    PRESSED,
    CHOSEN,
    DISABLED,
    BUSY
}
