package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsPresenterTest {
    private final SteppedBackground background = new SteppedBackground();
    private final Shelf config = new Shelf();
    private final List<String> said = new ArrayList<>();
    private int left;
    private @Nullable SettingsState state;
    private final SettingsPresenter presenter = new SettingsPresenter(config, background, () -> left++);

    /** Two groups; "rate" takes digits only. */
    private static final class Shelf implements PosConfig {
        @Override
        public void addListener(Listener listener) {}

        @Override
        public void removeListener(Listener listener) {}

        private final Map<String, String> values = new LinkedHashMap<>(Map.of("name", "Shop", "rate", "7"));
        private boolean forbidden;

        @Override
        public List<Key> keys() {
            return List.of(key("name", "Store", "Store name"), key("rate", "Tax", "Tax rate"));
        }

        private static Key key(String name, String group, String title) {
            return new Key(name, group, title, "What it does.", Type.TEXT, "", List.of(), Optional.of(Permission.SELL));
        }

        @Override
        public String getConfig(String key) {
            return values.getOrDefault(key, "");
        }

        @Override
        public Optional<String> beforeSignIn(String key) {
            return Optional.empty();
        }

        @Override
        public SetResult setConfig(String key, String value) {
            if (forbidden) {
                return new SetResult.Forbidden("Dana R. may not change settings; a manager may.");
            }
            if (key.equals("rate") && !value.matches("\\d+")) {
                return new SetResult.Invalid("Tax rate: It is a number.");
            }
            values.put(key, value);
            return new SetResult.Set(value);
        }
    }

    @BeforeEach
    void open() {
        presenter.attach(new SettingsView() {
            @Override
            public void render(SettingsState newState) {
                state = newState;
            }

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
        presenter.read();
        background.finish();
    }

    private SettingsState shown() {
        SettingsState now = state;
        if (now == null) {
            throw new AssertionError("nothing was shown");
        }
        return now;
    }

    @Test
    void savesWhatWasChangedInTheGroupThatIsShown() {
        presenter.type("name", "New");
        presenter.choose("Tax");
        presenter.type("rate", "8");
        presenter.save();
        background.finish();
        assertEquals(Map.of("name", "Shop", "rate", "8"), config.values);
        assertEquals(List.of("1 setting was saved"), said);
        assertTrue(shown().groups().get(0).changed());
        assertFalse(shown().groups().get(1).changed());
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        presenter.choose("Tax");
        presenter.type("rate", "x");
        presenter.save();
        background.finish();
        assertEquals("It is a number.", shown().entries().get(0).error());
        assertEquals("x", shown().entries().get(0).value());
        presenter.type("rate", "9");
        assertEquals("", shown().entries().get(0).error());
    }

    @Test
    void saysWhoMayInstead() {
        config.forbidden = true;
        presenter.type("name", "New");
        presenter.save();
        background.finish();
        assertEquals("Dana R. may not change settings; a manager may.", shown().foot());
        assertEquals("Shop", config.values.get("name"));
    }

    @Test
    void asksBeforeUnsavedChangesAreLost() {
        presenter.type("name", "New");
        presenter.back();
        assertTrue(shown().asking());
        assertEquals(0, left);
        presenter.keepEditing();
        assertEquals("New", shown().entries().get(0).value());
        presenter.back();
        presenter.discard();
        assertEquals(1, left);
        assertEquals("Shop", shown().entries().get(0).value());
    }

    @Test
    void theNextPersonFindsNothingTyped() {
        presenter.type("name", "New");
        presenter.hidden();
        assertEquals("Shop", shown().entries().get(0).value());
        assertFalse(shown().changed());
    }
}
