package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.lane.Lanes.Concern;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.testing.PlayedLanes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewsPresenterTest {
    private final PlayedLanes lanes = new PlayedLanes();
    private final SteppedBackground background = new SteppedBackground();
    private final List<String> said = new ArrayList<>();
    private final List<ReviewsState> states = new ArrayList<>();
    private final ReviewsPresenter presenter = new ReviewsPresenter(lanes, background, () -> {});

    @BeforeEach
    void open() {
        for (String id : List.of("a", "b")) {
            lanes.concerns.add(new Concern(id, "CONFLICT", PlayedLanes.NOW, "Rum " + id, "Two changes.", List.of()));
        }
        presenter.attach(new ReviewsView() {
            @Override
            public void render(ReviewsState state) {
                states.add(state);
            }

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
        presenter.read();
        assertFalse(last().loaded());
        background.finish();
    }

    @Test
    void putsOneAwayAndGoesOnWithTheNext() {
        presenter.resolve();
        assertEquals(List.of(), lanes.done, "nothing is chosen yet");
        presenter.choose("a");
        presenter.resolve();
        presenter.resolve();
        background.finish();
        assertEquals(List.of("resolve a"), lanes.done);
        assertEquals("b", last().chosen().orElseThrow().id());
        assertEquals(List.of("Put away, on all lanes"), said);
        assertEquals(1, last().concerns().size());
    }

    @Test
    void saysWhyItStays() {
        lanes.refusal = "The disk is full.";
        presenter.choose("b");
        presenter.resolve();
        background.finish();
        assertEquals("The disk is full.", last().error());
        assertEquals(2, last().concerns().size());
        presenter.hidden();
        assertTrue(last().chosen().isEmpty());
        assertEquals("", last().error());
    }

    private ReviewsState last() {
        return states.get(states.size() - 1);
    }
}
