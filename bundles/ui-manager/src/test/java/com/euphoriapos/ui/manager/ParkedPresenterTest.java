package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.testing.PlayedLanes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkedPresenterTest {
    private final PlayedLanes lanes = new PlayedLanes();
    private final SteppedBackground background = new SteppedBackground();
    private final List<String> said = new ArrayList<>();
    private final List<ParkedState> states = new ArrayList<>();
    private final ParkedPresenter presenter = new ParkedPresenter(lanes, background, () -> PlayedLanes.NOW);

    @BeforeEach
    void look() {
        lanes.parked.addAll(List.of(PlayedLanes.event("one"), PlayedLanes.event("two")));
        presenter.attach(new ParkedView() {
            @Override
            public void render(ParkedState state) {
                states.add(state);
            }

            @Override
            public void type(String text) {
                said.add("typed " + text);
            }

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
        assertEquals(2, last().waiting());
        presenter.open();
        background.finish();
    }

    @Test
    void showsOneAfterTheOtherWithTheReason() {
        assertTrue(last().open());
        assertEquals("1 of 2", last().place());
        assertEquals("2 h ago", last().since());
        assertTrue(last().chosen().orElseThrow().reason().contains("add up"));
        presenter.next();
        assertEquals("two", last().chosen().orElseThrow().id());
        presenter.next();
        assertEquals("one", last().chosen().orElseThrow().id());
    }

    @Test
    void givesNothingUpWithoutAReasonAndAQuestion() {
        presenter.confirm();
        presenter.giveUp("  ");
        assertTrue(last().error().contains("1 to 200 characters"), last().error());
        presenter.giveUp("x".repeat(201));
        presenter.confirm();
        assertFalse(last().asking());
        presenter.giveUp(" nobody needs it ");
        assertTrue(last().asking());
        assertTrue(presenter.back(), "Escape keeps it");
        presenter.confirm();
        assertEquals(List.of(), lanes.done);
        presenter.giveUp(" nobody needs it ");
        presenter.confirm();
        background.finish();
        background.finish();
        assertEquals(List.of("discard one nobody needs it"), lanes.done);
        assertEquals(List.of("Given up; the journal keeps who did it and why"), said);
        assertEquals("two", last().chosen().orElseThrow().id());
        assertEquals("", last().place());
    }

    @Test
    void asksAboutTheOneThatIsShown() {
        presenter.giveUp("why");
        presenter.next();
        presenter.confirm();
        assertEquals(List.of(), lanes.done, "the question was about another one");
    }

    @Test
    void leavesWhenNothingIsLeft() {
        lanes.parked.remove(1);
        presenter.read();
        background.finish();
        presenter.giveUp("why");
        presenter.confirm();
        background.finish();
        background.finish();
        assertFalse(last().open());
        assertEquals(0, last().waiting());
        assertFalse(presenter.back());
    }

    @Test
    void saysWhyOneIsNotGivenUp() {
        lanes.refusal = "The disk is full.";
        presenter.giveUp("why");
        presenter.confirm();
        background.finish();
        assertEquals("The disk is full.", last().error());
        assertEquals(2, last().events().size());
    }

    @Test
    void saysWhoMayNot() {
        lanes.forbidden = new ForbiddenException("Dana R. may not do that; a manager or an owner may.");
        presenter.giveUp("why");
        presenter.confirm();
        background.finish();
        assertTrue(last().error().contains("a manager"), last().error());
    }

    private ParkedState last() {
        return states.get(states.size() - 1);
    }
}
