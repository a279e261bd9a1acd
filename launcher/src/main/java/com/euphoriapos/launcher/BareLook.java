package com.euphoriapos.launcher;

import javax.swing.LookAndFeel;

/** What Swing has until the lane's look and feel is there, in place of the cross-platform one, whose settings take time to make. */
public final class BareLook extends LookAndFeel {
    /** Made by Swing, which the launcher tells this class's name. */
    public BareLook() {}

    @Override
    public String getName() {
        return "Bare";
    }

    @Override
    public String getID() {
        return "Bare";
    }

    @Override
    public String getDescription() {
        return "Nothing yet";
    }

    @Override
    public boolean isNativeLookAndFeel() {
        return false;
    }

    @Override
    public boolean isSupportedLookAndFeel() {
        return true;
    }
}
