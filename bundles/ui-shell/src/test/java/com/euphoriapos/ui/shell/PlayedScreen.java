package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;

/** A screen without a picture that remembers what was asked of it. */
class PlayedScreen implements Screen {
    boolean busy;
    private final String id;
    private final Optional<String> permission;
    private final List<String> calls = new ArrayList<>();

    PlayedScreen(String id) {
        this.id = id;
        this.permission = Optional.empty();
    }

    PlayedScreen(String id, String permission) {
        this.id = id;
        this.permission = Optional.of(permission);
    }

    String calls() {
        return String.join(" ", calls);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return id;
    }

    @Override
    public JComponent component() {
        throw new UnsupportedOperationException("the presenter needs no component");
    }

    @Override
    public Optional<String> permission() {
        return permission;
    }

    @Override
    public boolean busy() {
        return busy;
    }

    @Override
    public void shown() {
        calls.add("shown");
    }

    @Override
    public void hidden() {
        calls.add("hidden");
    }
}
