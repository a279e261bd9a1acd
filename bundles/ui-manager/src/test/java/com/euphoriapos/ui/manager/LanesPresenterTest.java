package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.LanesState.Act;
import com.euphoriapos.ui.manager.testing.PlayedLanes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanesPresenterTest {
    private final PlayedLanes lanes = new PlayedLanes();
    private final SteppedBackground background = new SteppedBackground();
    private final List<String> left = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<LanesState> states = new ArrayList<>();
    private Instant now = PlayedLanes.NOW;
    private final LanesPresenter presenter = new LanesPresenter(lanes, background, () -> now, () -> left.add("left"));

    @BeforeEach
    void open() {
        lanes.peers.add(PlayedLanes.peer("L3", State.RETIRED, false));
        lanes.peers.add(PlayedLanes.peer("L10", State.ACTIVE, false));
        lanes.peers.add(PlayedLanes.peer("L2", State.ACTIVE, true));
        presenter.attach(new LanesView() {
            @Override
            public void render(LanesState state) {
                states.add(state);
            }

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
    }

    @Test
    void listsThisLaneThenThoseThatTakePart() {
        assertEquals(
                List.of("L1 This lane", "L2 Connected", "L10 Not reached", "L3 Retired"),
                last().rows().stream()
                        .map(row -> row.lane().label() + " " + row.state())
                        .toList());
        assertEquals("Just now", last().rows().get(1).lastExchange());
        assertEquals("12", last().rows().get(1).backlog());
        now = now.plusSeconds(20);
        presenter.tick();
        assertEquals("23 s ago", last().rows().get(1).lastExchange());
    }

    @Test
    void showsAnInviteUntilItsTimeIsOver() {
        presenter.invite();
        background.finish();
        assertEquals("10:00", last().left());
        presenter.hidden();
        now = now.plus(Duration.ofMinutes(9).plusSeconds(18));
        presenter.tick();
        assertEquals("0:42", last().left(), "whoever opened it walks over to the new machine");
        now = now.plusSeconds(42);
        presenter.tick();
        assertTrue(last().invite().isEmpty());
        assertTrue(last().error().contains("ten minutes"), last().error());
    }

    @Test
    void takesACodeAwayThatLetsNobodyInAnyLonger() {
        presenter.invite();
        background.finish();
        lanes.inviteOpen = false;
        presenter.tick();
        assertTrue(last().invite().isPresent(), "the lane that used it may be about to show up");
        now = now.plusSeconds(3);
        presenter.tick();
        assertTrue(last().invite().isEmpty());
        assertTrue(last().error().contains("no longer good"), last().error());
    }

    @Test
    void showsTheLaneThatHasJoined() {
        presenter.invite();
        background.finish();
        lanes.peers.add(PlayedLanes.peer("L4", State.ACTIVE, true));
        presenter.read();
        assertTrue(last().invite().isEmpty());
        assertEquals("L4", last().chosen().orElseThrow().lane().label());
        assertEquals(List.of("L4 has joined the store"), said);
    }

    @Test
    void takesNoLaneOutWithoutAQuestion() {
        presenter.choose("node-L2");
        presenter.confirm();
        presenter.ask(Act.REVOKE);
        presenter.back();
        assertTrue(last().asking().isEmpty());
        assertEquals(List.of(), lanes.done);
        presenter.ask(Act.RETIRE);
        presenter.confirm();
        background.finish();
        assertEquals(List.of("retire node-L2"), lanes.done);
        assertEquals(List.of("L2 is retired"), said);
        presenter.back();
        assertEquals(List.of("left"), left);
    }

    @Test
    void asksNothingOfThisLaneOrOfOneThatIsOut() {
        presenter.choose("node-L1");
        presenter.ask(Act.REVOKE);
        assertTrue(last().asking().isEmpty());
        presenter.choose("node-L3");
        presenter.ask(Act.REVOKE);
        assertTrue(last().asking().isEmpty());
    }

    @Test
    void saysWhyThereIsNoInvite() {
        lanes.refusal = "Nothing talks to other lanes.";
        presenter.invite();
        background.finish();
        assertEquals("Nothing talks to other lanes.", last().error());
        assertFalse(last().busy());
        assertFalse(states.toString().contains(PlayedLanes.CODE), "a code is no text for a log");
    }

    private LanesState last() {
        return states.get(states.size() - 1);
    }
}
