package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.api.setup.LaneSetup.State;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.shell.WizardState.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WizardPresenterTest {
    private final PlayedLane played = PlayedLane.fresh();
    private final Lane lane = new Lane(new DirectUiThread());
    private final SteppedBackground background = new SteppedBackground();
    private final List<String> finished = new ArrayList<>();
    private final WizardPresenter wizard =
            new WizardPresenter(lane, background, new DirectUiThread(), () -> finished.add("yes"));
    private final List<WizardState> states = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>(Map.of(
            WizardInput.STORE_NAME, "Main St Spirits",
            WizardInput.TAX_PERCENT, "8.875",
            WizardInput.CURRENCY, "$",
            WizardInput.WORKSTATION, "L1",
            WizardInput.FIRST_NAME, "Olive",
            WizardInput.LAST_NAME, "West"));

    @BeforeEach
    void show() {
        played.bindTo(lane);
        wizard.attach(new WizardView() {
            @Override
            public void render(WizardState state) {
                states.add(state);
            }

            @Override
            public void fill(String field, String text) {
                texts.put(field, text);
            }
        });
        wizard.newStore();
    }

    @Test
    void asksFirstWhetherTheStoreIsNew() {
        assertEquals(Step.START, states.get(0).step());
        wizard.back();
        assertEquals(Step.START, last().step());
        wizard.joinStore();
        assertEquals(Step.JOIN, last().step());
        wizard.back();
        wizard.newStore();
        assertEquals(Step.STORE, last().step());
    }

    @Test
    void joinsAStoreByAScannedCode() {
        join();
        assertTrue(wizard.takesScans());
        wizard.scanned("gkz2hj");
        assertFalse(texts.containsKey(WizardInput.JOIN_CODE), "keys that came all at once replace nothing");
        wizard.scanned(PlayedLane.INVITE + "\n");
        texts.put(WizardInput.JOIN_LABEL, "L2");
        wizard.next(input("", ""));
        assertEquals("Asking the store…", last().join().words());
        assertTrue(wizard.holds(), "the lane becomes ready before the answer is here");
        wizard.next(input("", ""));
        background.finish();
        assertEquals(List.of(" " + PlayedLane.INVITE + " L2"), played.joins);
        assertEquals(State.READY, played.state());
        assertEquals(List.of("yes"), finished);
        assertEquals("", texts.get(WizardInput.JOIN_CODE), "the code does not stay on the screen");
        assertFalse(wizard.takesScans());
        assertFalse(wizard.holds());
    }

    @Test
    void saysWhatIsWrongWithACodeOrALabelAndStays() {
        join();
        wizard.next(input("", ""));
        assertEquals(
                "Type or scan the code that the other lane shows",
                last().errors().get(WizardInput.JOIN_CODE));
        texts.put(WizardInput.JOIN_CODE, "WRONG");
        next("", "");
        assertEquals("No lane knows this code.", last().errors().get(WizardInput.JOIN_CODE));
        texts.put(WizardInput.JOIN_CODE, PlayedLane.INVITE);
        texts.put(WizardInput.JOIN_LABEL, "L1");
        next("", "");
        assertEquals("L1 is another lane.", last().errors().get(WizardInput.JOIN_LABEL));
        assertEquals(State.NEEDED, played.state());
        assertEquals(Step.JOIN, last().step());
        assertFalse(last().busy());
    }

    @Test
    void listsWhoIsNearbyAndTakesTheAddress() {
        join();
        Nearby first = new Nearby("Main St Spirits", "L1", "10.0.0.5:7450");
        Nearby second = new Nearby("Main St Spirits", "L3", "10.0.0.7:7450");
        played.nearby = List.of(second, first);
        wizard.tick();
        assertEquals(List.of(first, second), last().join().nearby());
        wizard.choose(second);
        assertEquals("10.0.0.7:7450", texts.get(WizardInput.JOIN_ADDRESS));
    }

    private void join() {
        wizard.back();
        wizard.joinStore();
    }

    @Test
    void staysOnAStepUntilItsAnswersAreGood() {
        texts.put(WizardInput.STORE_NAME, " ");
        texts.put(WizardInput.TAX_PERCENT, "a lot");
        next("", "");
        assertEquals(Step.STORE, last().step());
        assertEquals(Set.of("storeName", "taxPercent"), last().errors().keySet());

        texts.put(WizardInput.STORE_NAME, "Main St Spirits");
        texts.put(WizardInput.TAX_PERCENT, "8.875");
        next("", "");
        assertEquals(Step.OWNER, last().step());
        assertTrue(last().errors().isEmpty(), "the owner's fields were not asked for yet");
    }

    @Test
    void asksForTheSamePinTwice() {
        next("", "");
        next("123456", "123457");
        assertEquals("The two PINs differ", last().errors().get(WizardInput.PIN_AGAIN));
        assertEquals(State.NEEDED, played.state());
        next("1234", "1234");
        assertTrue(last().errors().containsKey(WizardInput.PIN));
    }

    @Test
    void endsOnlyWhenTheLastGroupOfTheCodeWasTyped() {
        next("", "");
        wizard.next(input("123456", "123456"));
        assertTrue(wizard.holds(), "the lane becomes ready before the answer with the code is here");
        background.finish();
        assertEquals(List.of("7KQ2", "M9XA", "44TD", "PLZW"), last().code());
        assertEquals(State.READY, played.state());

        wizard.print();
        background.finish();
        assertFalse(last().printed().isEmpty());
        wizard.finish("44TD");
        assertTrue(wizard.holds());
        assertTrue(last().errors().containsKey("confirm"));
        wizard.finish(" plzw ");
        assertTrue(last().code().isEmpty(), "the code is not shown any longer");
        assertEquals(Step.CLOUD, last().step());
        assertTrue(wizard.holds());
        wizard.back();
        assertFalse(wizard.holds());
        assertEquals(List.of("yes"), finished);
        assertEquals(List.of(), played.enrolments, "the cloud can wait");
    }

    @Test
    void enrolsANewStoreAtOnce() {
        toTheCloud();
        assertEquals("Is there a cloud?", last().title());
        assertTrue(wizard.takesScans());
        wizard.scanned("https://cloud.example " + PlayedLane.CLOUD_CODE + "\n");
        wizard.next(input("", ""));
        assertTrue(last().busy());
        assertEquals(List.of(), played.enrolments, "the network is not asked on the screen's thread");
        assertFalse(wizard.takesScans());
        wizard.later();
        assertEquals(Step.CLOUD, last().step(), "it waits for the answer");
        background.finish();
        assertEquals(List.of(PlayedLane.CODE + " https://cloud.example " + PlayedLane.CLOUD_CODE), played.enrolments);
        assertEquals("Main St Spirits", last().cloudOf());
        assertEquals("This lane is linked to the cloud", last().title());
        assertEquals("", texts.get(WizardInput.CLOUD_CODE), "the code does not stay on the screen");
        next("", "");
        assertEquals(List.of("yes"), finished);
        assertFalse(wizard.holds());
    }

    @Test
    void saysAtTheFieldWhyTheCloudRefusesAndCanBeFinishedWithoutIt() {
        toTheCloud();
        next("", "");
        assertTrue(last().errors().containsKey(WizardInput.CLOUD_ADDRESS));
        texts.put(WizardInput.CLOUD_ADDRESS, "shopserver");
        next("", "");
        assertTrue(last().errors().containsKey(WizardInput.CLOUD_CODE));
        texts.put(WizardInput.CLOUD_CODE, "WRONG");
        next("", "");
        assertEquals("Its name is not found.", last().errors().get(WizardInput.CLOUD_ADDRESS));
        texts.put(WizardInput.CLOUD_ADDRESS, "https://cloud.example");
        next("", "");
        assertEquals("The cloud says: unknown code", last().errors().get(WizardInput.CLOUD_CODE));
        assertEquals("WRONG", texts.get(WizardInput.CLOUD_CODE), "nothing that was typed is lost");
        assertFalse(last().busy());
        assertFalse(states.toString().contains("WRONG"), "a code is no text for a log");
        wizard.later();
        assertEquals(List.of("yes"), finished);
        assertEquals(State.READY, played.state());
    }

    @Test
    void takesBackWhatItSaidOfAFieldWhenSomebodyTypesInIt() {
        toTheCloud();
        texts.put(WizardInput.CLOUD_ADDRESS, "https://cloud.example");
        texts.put(WizardInput.CLOUD_CODE, "WRONG");
        next("", "");
        wizard.typed(WizardInput.CLOUD_ADDRESS);
        assertTrue(last().errors().containsKey(WizardInput.CLOUD_CODE), "it was said of the code");
        wizard.typed(WizardInput.CLOUD_CODE);
        assertEquals(Map.of(), last().errors());
        int shown = states.size();
        wizard.typed(WizardInput.CLOUD_CODE);
        assertEquals(shown, states.size(), "nothing is new with the second key");
    }

    @Test
    void keepsWhatItSaidOfOtherFields() {
        texts.put(WizardInput.STORE_NAME, " ");
        texts.put(WizardInput.TAX_PERCENT, "a lot");
        next("", "");
        wizard.typed(WizardInput.TAX_PERCENT);
        assertEquals(Set.of(WizardInput.STORE_NAME), last().errors().keySet());
        texts.put(WizardInput.STORE_NAME, "Main St Spirits");
        texts.put(WizardInput.TAX_PERCENT, "8.875");
        next("", "");
        next("123456", "123457");
        wizard.typed(WizardInput.PIN);
        assertEquals(Map.of(), last().errors(), "the first PIN may be the wrong one");
    }

    private void toTheCloud() {
        next("", "");
        next("123456", "123456");
        wizard.finish("PLZW");
        texts.put(WizardInput.CLOUD_ADDRESS, "");
        texts.put(WizardInput.CLOUD_CODE, "");
    }

    @Test
    void wipesThePinsOfEveryInput() {
        WizardInput first = input("123456", "123456");
        wizard.next(first);
        assertArrayEquals(new char[6], first.pin());
        assertArrayEquals(new char[6], first.pinAgain());
    }

    @Test
    void goesBackWithNothingLost() {
        next("", "");
        wizard.back();
        assertEquals(Step.STORE, last().step());
        next("", "");
        assertEquals(Step.OWNER, last().step());
    }

    @Test
    void bringsThePinsBackWithTheCodeAlone() {
        played.state = State.SECRETS_LOST;
        List<String> errors = new ArrayList<>();
        List<String> recovered = new ArrayList<>();
        RecoveryPresenter presenter = new RecoveryPresenter(lane, background, () -> recovered.add("yes"));
        presenter.attach((error, busy) -> errors.add(error));
        presenter.recover("  ");
        assertEquals("Type the recovery code first", errors.get(errors.size() - 1));
        presenter.recover("WRONG");
        background.finish();
        assertEquals("This is not the store's recovery code", errors.get(errors.size() - 1));
        presenter.recover(PlayedLane.CODE);
        background.finish();
        assertEquals(List.of("yes"), recovered);
    }

    @Test
    void splitsACodeWithoutGroupsByFour() {
        assertEquals(List.of("ABCD", "EFGH", "JK"), WizardPresenter.groups("ABCDEFGHJK"));
    }

    private void next(String pin, String again) {
        wizard.next(input(pin, again));
        background.finish();
    }

    private WizardInput input(String pin, String again) {
        return new WizardInput(texts, pin.toCharArray(), again.toCharArray());
    }

    private WizardState last() {
        return states.get(states.size() - 1);
    }
}
