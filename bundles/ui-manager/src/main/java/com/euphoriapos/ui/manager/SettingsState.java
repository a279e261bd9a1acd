package com.euphoriapos.ui.manager;

import com.euphoriapos.api.settings.PosConfig.Key;
import com.euphoriapos.api.settings.PosConfig.Type;
import java.util.List;

/**
 * Everything the settings screen shows.
 *
 * @param groups headings in their order
 * @param chosen which group is shown, empty before anything was read
 * @param entries the settings of that group
 * @param problem why there is nothing to show, empty when all is well
 * @param foot what went wrong with the last Save where no field is to blame
 * @param busy whether something is being stored
 * @param asking whether the unsaved changes are asked about
 * @param stamp another number where the texts of the fields are to be filled anew
 */
public record SettingsState(
        List<Group> groups,
        String chosen,
        List<Entry> entries,
        String problem,
        String foot,
        boolean busy,
        boolean asking,
        int stamp) {
    public SettingsState {
        groups = List.copyOf(groups);
        entries = List.copyOf(entries);
    }

    /** Whether there is something to save in the group that is shown. */
    public boolean changed() {
        return entries.stream().anyMatch(Entry::changed);
    }

    /**
     * A group.
     *
     * @param changed whether something of it is not saved yet
     */
    public record Group(String name, boolean changed) {}

    /**
     * A setting.
     *
     * @param value as typed
     * @param stored as it holds now
     * @param error what is wrong with what was typed, empty when nothing is
     */
    public record Entry(Key key, String value, String stored, String error) {
        public boolean changed() {
            return !value.equals(stored);
        }

        /** What stands below the field while nothing is wrong. */
        public String hint() {
            boolean told = key.type() == Type.YES_NO || key.type() == Type.WHOLE_NUMBER || key.type() == Type.CHOICE;
            return told ? key.description() + " Default: " + words(key.defaultValue()) + "." : key.description();
        }

        private static String words(String value) {
            return switch (value) {
                case "true" -> "yes";
                case "false" -> "no";
                default -> value;
            };
        }
    }
}
