package com.euphoriapos.core.employee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever deactivates and reactivates somebody, wherever, and in whatever order it is heard. */
class ActivityProperties {
    private record Edit(boolean active, String stamp, String base) {}

    @Property(tries = 1_000)
    void onlySomebodyWhoSawTheDeactivationTakesItBack(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int count) {
        List<Edit> edits = edits(random, count);
        Activity once = played(edits, random);
        assertEquals(once, played(edits, random));
        assertEquals(once, Activity.of(Optional.of(once.version())));

        List<String> deactivations = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Edit edit : edits) {
            (edit.active() ? seen : deactivations).add(edit.active() ? edit.base() : edit.stamp());
        }
        deactivations.addAll(seen.stream().filter(base -> !base.isEmpty()).toList());
        Optional<Boolean> expected = deactivations.isEmpty()
                ? Optional.empty()
                : Optional.of(seen.stream()
                        .anyMatch(base -> deactivations.stream().allMatch(each -> base.compareTo(each) >= 0)));
        assertEquals(expected, once.active());
    }

    private static List<Edit> edits(Random random, int count) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String stamp = String.format("%012x-0000 lane%d", 1_000 + i, random.nextInt(3));
            List<String> before = edits.stream()
                    .filter(edit -> !edit.active())
                    .map(Edit::stamp)
                    .toList();
            String base = before.isEmpty() || random.nextInt(4) == 0 ? "" : before.get(random.nextInt(before.size()));
            edits.add(new Edit(random.nextBoolean(), stamp, base));
        }
        return edits;
    }

    private static Activity played(List<Edit> edits, Random random) {
        List<Edit> order = new ArrayList<>(edits);
        order.add(edits.get(random.nextInt(edits.size())));
        Collections.shuffle(order, random);
        Activity activity = Activity.NONE;
        for (Edit edit : order) {
            activity = activity.with(edit.active(), edit.stamp(), edit.base());
        }
        return activity;
    }
}
