package com.euphoriapos.core.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of the settings as managers read them beside another change. Pure. */
public final class SettingWords {
    private SettingWords() {}

    /** What the settings' screen calls it; the row's name in words where it is none of that screen's. */
    public static String title(String row) {
        if (row.equals(SettingsValues.TAX_RATES)) {
            return "Tax rates";
        }
        if (row.equals(RoleValues.KEY)) {
            return "What roles may do";
        }
        return declared(row, Map.of()).stream()
                .map(each -> each.key().title())
                .findFirst()
                .orElse(row.replace('_', ' '));
    }

    /** Its value as that screen shows it; as it is stored where that can't be. */
    public static String value(String row, String json) {
        if (json.isEmpty() || row.equals(RoleValues.KEY)) {
            return json.isEmpty() ? "" : "see Roles";
        }
        Map<String, String> rows = Map.of(row, json);
        List<Declaration> declared = declared(row, rows);
        if (declared.size() == 1 && declared.get(0).field().isEmpty()) {
            return declared.get(0).value(rows);
        }
        boolean readable = !declared.isEmpty() && json.startsWith("{");
        return !readable
                ? json
                : declared.stream()
                        .map(each -> each.key().title() + ": " + each.value(rows))
                        .collect(Collectors.joining("; "));
    }

    private static List<Declaration> declared(String row, Map<String, String> rows) {
        return Declarations.of(rows).stream()
                .filter(each -> each.row().equals(row))
                .toList();
    }
}
