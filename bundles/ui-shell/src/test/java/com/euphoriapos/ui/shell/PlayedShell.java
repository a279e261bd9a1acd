package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.Screen;
import java.util.ArrayList;
import java.util.List;

/** A window that remembers what it was to show. */
final class PlayedShell implements ShellView {
    final List<String> pages = new ArrayList<>();

    String last() {
        return pages.get(pages.size() - 1);
    }

    @Override
    public void showOpening(String what) {
        pages.add("opening");
    }

    @Override
    public void showShut(String what, String why) {
        pages.add("shut: " + why);
    }

    @Override
    public void showWizard() {
        pages.add("wizard");
    }

    @Override
    public void showRecovery() {
        pages.add("recovery");
    }

    @Override
    public void showSignIn() {
        pages.add("sign-in");
    }

    @Override
    public void showScreen(Screen screen) {
        pages.add("screen " + screen.id());
    }

    @Override
    public void showMissing(String title, String detail) {
        pages.add("missing " + title);
    }
}
