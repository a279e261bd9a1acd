package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.CloudLink.EnrolResult.Part;
import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.ui.kit.present.CloudInvite;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.CloudState.Fact;
import com.euphoriapos.ui.manager.CloudState.Page;
import com.euphoriapos.ui.manager.CloudState.Work;
import com.euphoriapos.ui.manager.testing.PlayedCloud;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudPresenterTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final PlayedCloud cloud = new PlayedCloud();
    private final SteppedBackground background = new SteppedBackground();
    private final List<CloudState> states = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();
    private Instant now = NOW;
    private String address = "";
    private String code = "";
    private final CloudPresenter presenter = new CloudPresenter(cloud, background, () -> now);

    @BeforeEach
    void attach() {
        presenter.attach(new CloudView() {
            @Override
            public void render(CloudState state) {
                states.add(state);
            }

            @Override
            public void fill(CloudInvite invite) {
                address = invite.address().isEmpty() ? address : invite.address();
                code = invite.code().isEmpty() ? code : invite.code();
            }

            @Override
            public void type(String text) {
                typed.add(text);
            }

            @Override
            public void clear(boolean addressToo) {
                code = "";
                address = addressToo ? "" : address;
            }

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
    }

    @Test
    void isQuietWithoutACloudAndOffersToEnrol() {
        assertEquals(Level.OFF, last().level());
        assertEquals("No cloud", last().title());
        assertFalse(last().any());
        assertTrue(last().facts().isEmpty());
        presenter.open();
        assertEquals(Page.FORM, last().page());
        assertTrue(presenter.back());
        assertEquals(Page.CLOSED, last().page());
        assertFalse(presenter.back(), "there is nothing left to close");
    }

    @Test
    void enrolsByAScanWithoutWaitingOnTheScreensThread() {
        presenter.scanned("too early");
        assertEquals(1, said.size());
        presenter.open();
        presenter.scanned("sh");
        assertEquals(List.of("sh"), typed, "keys that came all at once replace nothing");
        presenter.scanned(PlayedCloud.ADDRESS + " " + PlayedCloud.CODE);
        presenter.enrol(address, code);
        assertEquals(Optional.of(Work.ENROL), last().busy());
        assertEquals(List.of(), cloud.done);
        background.finish();
        assertEquals(Page.DETAILS, last().page());
        assertTrue(last().enrolled());
        assertEquals("", code, "the code does not stay on the screen");
        assertEquals("This lane is in the cloud of Main St Spirits", said.get(1));
        assertFalse(states.toString().contains(PlayedCloud.CODE), "a code is no text for a log");
    }

    @Test
    void saysAtTheFieldWhyItIsRefusedAndLosesNothing() {
        presenter.open();
        presenter.enrol("", "");
        assertTrue(last().errors().containsKey(Part.ADDRESS));
        presenter.enrol("cloud.example", "");
        assertTrue(last().errors().containsKey(Part.CODE));
        presenter.enrol("cloud.example", "WRONG");
        background.finish();
        assertTrue(last().errors().get(Part.ADDRESS).contains("name is not found"));
        presenter.enrol(PlayedCloud.ADDRESS, "WRONG");
        background.finish();
        assertTrue(last().errors().get(Part.CODE).contains("unknown"));
        assertEquals("WRONG", code);
        assertEquals(Page.FORM, last().page());
        presenter.hidden();
        assertEquals("", code, "nobody else finds it there");
        assertEquals(Page.CLOSED, last().page());
    }

    @Test
    void takesBackWhatItSaidOfAFieldWhenSomebodyTypesInIt() {
        presenter.open();
        presenter.enrol(PlayedCloud.ADDRESS, "WRONG");
        background.finish();
        presenter.typed(Part.ADDRESS);
        assertTrue(last().errors().containsKey(Part.CODE), "it was said of the code");
        presenter.typed(Part.CODE);
        assertTrue(last().errors().isEmpty());
        cloud.forbidden = "Ruth K. may not enrol; an owner may.";
        presenter.enrol(PlayedCloud.ADDRESS, PlayedCloud.CODE);
        background.finish();
        assertEquals(cloud.forbidden, last().errors().get(Part.OTHER));
        presenter.typed(Part.CODE);
        assertTrue(last().errors().isEmpty(), "what was said of all is taken back, too");
    }

    @Test
    void saysHowMuchWaitsAndSinceWhen() {
        cloud.status = PlayedCloud.status(State.TROUBLE, 1_204, NOW);
        presenter.read();
        assertEquals(Level.WARN, last().level());
        assertTrue(last().facts().contains(new Fact("To send", "1,204 messages, the oldest for 14 min")));
        assertTrue(last().facts().contains(new Fact("Trouble", "No connection.")));
        assertTrue(last().facts().contains(new Fact("Last heard", "15 min ago")));
        assertTrue(last().sentence().endsWith("Nothing is lost."), last().sentence());
        now = NOW.plusSeconds(60);
        presenter.read();
        assertTrue(last().facts().contains(new Fact("To send", "1,204 messages, the oldest for 15 min")));
    }

    @Test
    void showsWhatWasParked() {
        cloud.status = PlayedCloud.status(State.FINE, 0, NOW, "Sale L1-1 is parked: no such product.");
        presenter.read();
        assertEquals("Cloud: 1 to look at", last().title());
        assertEquals(List.of("Sale L1-1 is parked: no such product."), last().alarms());
    }

    @Test
    void leadsBackInWhenTheEnrolmentHasEnded() {
        cloud.status = PlayedCloud.status(State.GONE, 12, NOW);
        presenter.open();
        assertEquals(Page.DETAILS, last().page());
        assertFalse(last().enrolled());
        presenter.form();
        presenter.back();
        assertEquals(Page.DETAILS, last().page());
        presenter.close();
        assertEquals(Page.CLOSED, last().page());
    }

    @Test
    void sendsAndComparesAtOnce() {
        cloud.status = PlayedCloud.status(State.FINE, 3, NOW);
        presenter.open();
        presenter.sendNow();
        presenter.compareNow();
        assertEquals(Optional.of(Work.SEND), last().busy());
        background.finish();
        assertEquals(List.of("push"), cloud.done, "one at a time");
        assertFalse(last().note().bad());
        cloud.problem = "3 events wait. No connection.";
        presenter.sendNow();
        background.finish();
        assertEquals("3 events wait. No connection.", last().note().sentence());
        assertTrue(last().note().bad());
        cloud.findings =
                List.of(new Finding("cloud", false, "2026-07-01: 3 sales of 12.00 here, 2 sales of 8.00 there"));
        presenter.compareNow();
        background.finish();
        assertEquals(cloud.findings, last().findings());
        assertTrue(last().note().bad());
    }

    @Test
    void saysWhoMay() {
        cloud.status = PlayedCloud.status(State.FINE, 3, NOW);
        cloud.forbidden = "Ruth K. may not see the diagnostics; an owner may.";
        presenter.open();
        presenter.compareNow();
        background.finish();
        assertEquals(cloud.forbidden, last().note().sentence());
    }

    private CloudState last() {
        return states.get(states.size() - 1);
    }
}
