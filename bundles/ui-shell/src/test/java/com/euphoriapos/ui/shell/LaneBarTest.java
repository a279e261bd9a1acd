package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneBarTest {
    private final List<LaneBarState> states = new ArrayList<>();

    @Test
    void showsStoreLaneChipsClockAndPerson() {
        PlayedLane played = PlayedLane.ready();
        Lane lane = new Lane(new DirectUiThread());
        ManualClock clock = new ManualClock(Instant.parse("2026-03-06T12:41:59Z"));
        LaneBarPresenter presenter = new LaneBarPresenter(lane, clock, () -> "");
        presenter.attach(states::add);
        assertEquals("Euphoria POS", last().store());

        played.bindTo(lane);
        played.items(item("printer", Level.WARN), item("cloud", Level.OFF));
        played.signIn("1111".toCharArray());
        clock.advance(Duration.ofSeconds(1));
        presenter.tick();

        assertEquals("Main St Spirits", last().store());
        assertEquals("Lane 1", last().lane());
        assertEquals(List.of(item("printer", Level.WARN)), last().items());
        assertEquals("12:42", last().clock());
        assertEquals("Dana R.", last().person().orElseThrow());
        int before = states.size();
        presenter.tick();
        assertEquals(before, states.size(), "nothing is painted anew when nothing changed");
    }

    @Test
    void countsWhatIsFineBeforeItCountsTroubles() {
        List<StatusItem> items = List.of(
                item("a", Level.OK),
                item("b", Level.OK),
                item("c", Level.WARN),
                item("d", Level.DANGER),
                item("e", Level.WARN));
        assertEquals(List.of("a", "b", "c", "d", "e"), words(ChipRow.at(0, items)));
        assertEquals(List.of("c", "d", "e", "2 fine"), words(ChipRow.at(1, items)));
        assertEquals(List.of("3 problems", "2 fine"), words(ChipRow.at(2, items)));
        assertEquals(Level.DANGER, ChipRow.at(2, items).get(0).level());
        assertEquals(2, ChipRow.firstStep(true, items));
        assertEquals(0, ChipRow.firstStep(false, items));
    }

    @Test
    void readsTheLookAndNamesWhatItDoesNotUnderstand() {
        LookChoice plain = LookChoice.read(name -> null, Map.of());
        assertEquals(Theme.LIGHT, plain.theme());
        assertEquals(150, plain.settings(LocalTime.NOON, 150).scalePercent());

        LookChoice set = LookChoice.read(
                name -> name.equals("pos.theme") ? "Dark" : null,
                Map.of("POS_THEME", "light", "POS_SCALE", "1.5", "POS_TEXT", "115", "POS_MOTION", "off"));
        assertEquals(Theme.DARK, set.theme());
        assertEquals(150, set.scalePercent());
        assertEquals(TextSize.LARGE, set.textSize());
        assertTrue(set.problems().isEmpty());

        LookChoice wrong = LookChoice.read(name -> null, Map.of("POS_THEME", "pink", "POS_SCALE", "12"));
        assertEquals(2, wrong.problems().size());
        assertEquals(
                Theme.DARK,
                LookChoice.read(name -> null, Map.of("POS_THEME", "auto"))
                        .settings(LocalTime.of(22, 0), 100)
                        .theme());
    }

    private LaneBarState last() {
        return states.get(states.size() - 1);
    }

    private static StatusItem item(String id, Level level) {
        return new StatusItem(id, level, id, "");
    }

    private static List<String> words(List<ChipRow.Entry> row) {
        return row.stream().map(ChipRow.Entry::text).toList();
    }
}
