package com.euphoriapos.core.sync;

import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.core.json.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Puts up for review that two people edited the same part without knowing of each other, and takes it back when a later edit has seen
 * both. The id of the review follows from the edit that is shown and the highest of those that lost, so all lanes have the same open
 * reviews once they know the same edits. Two who said the same have no conflict.
 */
public final class Conflicts {
    /** The kind of the reviews. */
    public static final String KIND = "CONFLICT";

    private Conflicts() {}

    /**
     * Writes the version that an edit of another lane made, with its review; before the part is changed.
     *
     * @param before what the part says until now, by the names of its fields
     * @param edit what the edit says
     */
    public static void keep(
            StoreHandle handle,
            Part part,
            LastEdit.Merge merge,
            Supplier<Map<String, String>> before,
            Supplier<Map<String, String>> edit) {
        if (!merge.changes()) {
            return;
        }
        Version now = merge.now();
        handle.versions().put(part.aggregate(), part.name(), now);
        merge.before().ifPresent(old -> withdraw(handle, part, old));
        if (now.review()) {
            Values values = merge.wins() ? new Values(edit.get(), before.get()) : new Values(before.get(), edit.get());
            raise(handle, part, now, values);
        }
    }

    /** Whether the part shows what the event says. */
    public static boolean isShown(StoreHandle handle, Part part, Event event) {
        return handle.versions()
                .of(part.aggregate(), part.name())
                .filter(version -> version.stamp().equals(event.stamp()))
                .isPresent();
    }

    /** An own edit took the place of that version, having seen it: that it lacked a look is of no interest any longer. */
    public static void withdraw(StoreHandle handle, Part part, Version before) {
        if (before.review()) {
            handle.reviews().withdraw(id(part, before));
        }
    }

    private static void raise(StoreHandle handle, Part part, Version now, Values values) {
        Set<String> differing = values.differing();
        if (!differing.isEmpty()) {
            String detail = Json.object(json -> {
                json.writeStringField("part", part.name());
                values.write(json, "shown", values.shown());
                values.write(json, "other", values.other());
            });
            handle.reviews().raise(new Review(id(part, now), KIND, part.aggregate(), detail, Derived.at(now)));
        }
    }

    private static String id(Part part, Version version) {
        return Derived.id(KIND, part.aggregate(), part.name(), version.stamp(), version.rival());
    }

    private record Values(Map<String, String> shown, Map<String, String> other) {
        Set<String> differing() {
            Set<String> names = new TreeSet<>(shown.keySet());
            names.addAll(other.keySet());
            names.removeIf(name -> shown.getOrDefault(name, "").equals(other.getOrDefault(name, "")));
            return names;
        }

        void write(JsonGenerator json, String field, Map<String, String> values) throws IOException {
            json.writeObjectFieldStart(field);
            for (String name : differing()) {
                json.writeStringField(name, values.getOrDefault(name, ""));
            }
            json.writeEndObject();
        }
    }
}
