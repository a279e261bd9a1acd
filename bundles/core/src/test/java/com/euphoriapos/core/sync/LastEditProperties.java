package com.euphoriapos.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.store.VersionRepository.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever edits there are, in whatever order and however often they come. */
class LastEditProperties {
    @Property(tries = 1_000)
    void whatIsShownAndWhetherItNeedsALookFollowsFromTheSetOfEdits(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 9) int count) {
        List<Version> edits = edits(random, count);
        Version first = played(edits, random);
        assertEquals(first, played(edits, random));

        TreeSet<String> stamps = new TreeSet<>();
        edits.forEach(edit -> stamps.add(edit.stamp()));
        Version winner = edits.stream().max(Version::compareTo).orElseThrow();
        assertEquals(winner.stamp(), first.stamp());
        boolean unseen =
                stamps.stream().anyMatch(stamp -> !stamp.equals(winner.stamp()) && stamp.compareTo(winner.base()) > 0);
        assertEquals(unseen, first.review());
    }

    /** Each made on some lane that knew some of those before. */
    private static List<Version> edits(Random random, int count) {
        List<Version> edits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String base = edits.isEmpty() || random.nextInt(3) == 0
                    ? ""
                    : edits.get(random.nextInt(edits.size())).stamp();
            String hlc = String.format("%012x-%04x", 1_000 + i, random.nextInt(3));
            edits.add(new Version(hlc, "lane" + random.nextInt(3), base, ""));
        }
        return edits;
    }

    private static Version played(List<Version> edits, Random random) {
        List<Version> order = new ArrayList<>(edits);
        for (int i = random.nextInt(5); i > 0; i--) {
            order.add(edits.get(random.nextInt(edits.size())));
        }
        Collections.shuffle(order, random);
        Optional<Version> shown = Optional.empty();
        for (Version edit : order) {
            shown = Optional.of(LastEdit.merge(shown, edit).now());
        }
        return shown.orElseThrow();
    }
}
