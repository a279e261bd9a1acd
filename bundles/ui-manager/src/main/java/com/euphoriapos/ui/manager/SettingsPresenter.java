package com.euphoriapos.ui.manager;

import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.api.settings.PosConfig.Key;
import com.euphoriapos.api.settings.PosConfig.SetResult;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.manager.SettingsState.Entry;
import com.euphoriapos.ui.manager.SettingsState.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's settings, group by group. What was typed stays while one looks at another group; leaving with something unsaved is
 * asked about. Screen's thread only; the store is asked in the background.
 */
public final class SettingsPresenter extends EditingPresenter<SettingsView> {
    private static final Logger log = LoggerFactory.getLogger(SettingsPresenter.class);

    private final PosConfig config;
    private final Background background;
    private final Map<String, String> drafts = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private List<Key> keys = List.of();
    private Map<String, String> stored = Map.of();
    private String chosen = "";
    private String problem = "";
    private String foot = "";
    private boolean busy;
    private int stamp;

    /** @param leave goes back to the screen before */
    public SettingsPresenter(PosConfig config, Background background, Runnable leave) {
        super(leave);
        this.config = config;
        this.background = background;
    }

    /** All that was read at one time. */
    private record Read(List<Key> keys, Map<String, String> values) {}

    @Override
    public void read() {
        background.run(this::readAll, this::wasRead, this::couldNotRead);
    }

    /** Another group. */
    public void choose(String group) {
        if (!group.equals(chosen)) {
            chosen = group;
            foot = "";
            stamp++;
            render();
        }
    }

    /** What stands in a field now. */
    public void type(String key, String value) {
        if (busy) {
            return;
        }
        if (value.equals(stored.get(key))) {
            drafts.remove(key);
        } else {
            drafts.put(key, value);
        }
        errors.remove(key);
        foot = "";
        render();
    }

    /** Stores what was changed in the group that is shown. */
    public void save() {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Key key : group()) {
            String draft = drafts.get(key.name());
            if (draft != null) {
                changes.put(key.name(), draft);
            }
        }
        if (busy || asking() || changes.isEmpty()) {
            return;
        }
        busy = true;
        foot = "";
        render();
        background.run(() -> saveAll(changes), this::wasSaved, this::couldNotSave);
    }

    /** The group that is shown, as it is stored. */
    public void revert() {
        group().forEach(key -> {
            drafts.remove(key.name());
            errors.remove(key.name());
        });
        foot = "";
        stamp++;
        render();
    }

    @Override
    protected boolean busy() {
        return busy;
    }

    @Override
    protected boolean unsaved() {
        return !drafts.isEmpty();
    }

    @Override
    protected void drop() {
        drafts.clear();
        errors.clear();
        foot = "";
        stamp++;
    }

    private Read readAll() {
        Map<String, String> values = new LinkedHashMap<>();
        List<Key> all = config.keys();
        all.forEach(key -> values.put(key.name(), config.getConfig(key.name())));
        return new Read(all, values);
    }

    private void wasRead(Read read) {
        keys = read.keys();
        stored = read.values();
        problem = "";
        drafts.keySet().retainAll(stored.keySet());
        drafts.entrySet().removeIf(draft -> draft.getValue().equals(stored.get(draft.getKey())));
        if (chosen.isEmpty() && !keys.isEmpty()) {
            chosen = keys.get(0).group();
        }
        stamp++;
        render();
    }

    private void couldNotRead(Exception e) {
        problem = sentence(e, "The settings could not be read; the log says why");
        render();
    }

    private Map<String, SetResult> saveAll(Map<String, String> changes) {
        Map<String, SetResult> results = new LinkedHashMap<>();
        changes.forEach((key, value) -> results.put(key, config.setConfig(key, value)));
        return results;
    }

    private void wasSaved(Map<String, SetResult> results) {
        busy = false;
        int saved = 0;
        for (Map.Entry<String, SetResult> each : results.entrySet()) {
            if (each.getValue() instanceof SetResult.Set) {
                saved++;
                drafts.remove(each.getKey());
                errors.remove(each.getKey());
            } else {
                refused(each.getKey(), each.getValue());
            }
        }
        if (saved > 0) {
            say(Formats.count(saved, "setting was", "settings were") + " saved");
        }
        render();
        read();
    }

    private void refused(String key, SetResult result) {
        if (result instanceof SetResult.Invalid invalid) {
            errors.put(key, withoutTitle(key, invalid.reason()));
        } else if (result instanceof SetResult.Forbidden forbidden) {
            foot = forbidden.reason();
        } else if (result instanceof SetResult.Unavailable unavailable) {
            foot = unavailable.reason();
        }
    }

    /** The field's title stands above it already. */
    private String withoutTitle(String name, String reason) {
        return keys.stream()
                .filter(key -> key.name().equals(name) && reason.startsWith(key.title() + ": "))
                .findFirst()
                .map(key -> reason.substring(key.title().length() + 2))
                .orElse(reason);
    }

    private void couldNotSave(Exception e) {
        busy = false;
        foot = sentence(e, "That failed; the log says why. Look at the settings before you try again.");
        render();
        read();
    }

    private static String sentence(Exception e, String otherwise) {
        return Failure.sentence(e, log, "the settings could not be read or stored", otherwise);
    }

    private List<Key> group() {
        return keys.stream().filter(key -> key.group().equals(chosen)).toList();
    }

    @Override
    protected void render() {
        SettingsView now = view();
        if (now == null) {
            return;
        }
        Map<String, Boolean> groups = new LinkedHashMap<>();
        keys.forEach(key -> groups.merge(key.group(), drafts.containsKey(key.name()), Boolean::logicalOr));
        List<Group> shown = new ArrayList<>();
        groups.forEach((name, changed) -> shown.add(new Group(name, changed)));
        List<Entry> entries = group().stream().map(this::entry).toList();
        now.render(new SettingsState(shown, chosen, entries, problem, foot, busy, asking(), stamp));
    }

    private Entry entry(Key key) {
        String value = stored.getOrDefault(key.name(), key.defaultValue());
        @Nullable String draft = drafts.get(key.name());
        return new Entry(key, Optional.ofNullable(draft).orElse(value), value, errors.getOrDefault(key.name(), ""));
    }
}
