package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.register.testing.Lane;
import com.euphoriapos.ui.register.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenderPresenterTest {
    private final Lane lane = new Lane();
    private final RecordingMessages messages = new RecordingMessages();
    private final RecordingNavigator navigator = new RecordingNavigator();
    private final List<Tone> sounds = new ArrayList<>();
    private final SteppedBackground slow = new SteppedBackground();
    private final TenderPresenter presenter = new TenderPresenter(
            lane.services(), new Tools(new DirectUiThread(), slow, slow, navigator, messages, sounds::add, Scans.NONE));
    private @Nullable TenderState last;

    private final TenderView view = new TenderView() {
        @Override
        public void render(TenderState state) {
            last = state;
        }

        @Override
        public boolean dismissMessage() {
            return false;
        }
    };

    @BeforeEach
    void ringUp() {
        // 2 × 23.25 and 7 % of it: 49.76 (49.755 rounded half-up).
        lane.checkout.scan(Shop.code(4), Quantity.of(2));
        presenter.attach(view);
    }

    private TenderState state() {
        return Objects.requireNonNull(last);
    }

    private void type(String keys) {
        for (char key : keys.toCharArray()) {
            if (key == '.') {
                presenter.point();
            } else {
                presenter.digit(key);
            }
        }
    }

    @Test
    void showsTheExactAmountFirst() {
        assertEquals("49.76", state().toPay());
        assertEquals("49.76", state().given());
        assertEquals("0.00", state().outcome());
        assertEquals(0, state().chosenQuick());
        assertEquals("Exact", state().quick().get(0).name());
        assertEquals(6, state().quick().size());
    }

    @Test
    void fillsTypedDigitsUpFromTheCents() {
        type("6");
        assertEquals("0.06", state().given());
        assertTrue(state().outcomeShort());
        assertEquals("49.70", state().outcome());

        type("0");
        presenter.doubleZero();
        assertEquals("60.00", state().given());
        assertFalse(state().outcomeShort());
        assertEquals("10.24", state().outcome());
        assertEquals(-1, state().chosenQuick());
    }

    @Test
    void readsWhatComesBeforeAPointAsWholeUnits() {
        type("60.5");
        assertEquals("60.50", state().given());
    }

    @Test
    void returnsToTheExactAmountWhenEverythingIsDeleted() {
        type("6");
        presenter.backspace();
        assertEquals("49.76", state().given());
        assertEquals(0, state().chosenQuick());
    }

    @Test
    void choosesAQuickAmountWithoutTakingIt() {
        presenter.quick(2);
        assertEquals(state().quick().get(2).amount(), state().given());
        assertEquals(0, slow.waiting());
    }

    @Test
    void takesTheAmountShownAndReturnsToTheSale() {
        type("6000");
        presenter.enter();
        assertTrue(state().busy());
        slow.finish();

        assertEquals(Optional.of("sale"), navigator.current());
        assertEquals(
                Money.parse("10.24"),
                lane.checkout.state().lastCompleted().orElseThrow().change());
        assertEquals(List.of(Tone.APPROVAL), sounds);
    }

    @Test
    void completesOnceThoughEnterIsPressedTwice() {
        presenter.enter();
        presenter.enter();
        presenter.take();
        slow.finish();
        presenter.enter();
        slow.finish();

        assertEquals(1, lane.checkout.payments());
        assertEquals(1, lane.checkout.completed.size());
    }

    @Test
    void neverMakesMoneyOfAScan() {
        presenter.waiting(1);
        presenter.enter();
        assertEquals(0, slow.waiting());
        assertEquals("49.76", state().given());
        assertEquals(1, state().scansWaiting());
        assertEquals(List.of("1 scan waits"), messages.titles());

        presenter.back();
        assertEquals(Optional.of("sale"), navigator.current());
        presenter.hidden();
        assertEquals(List.of(), messages.titles());
        assertEquals(0, lane.checkout.payments());
    }

    @Test
    void keepsWhatWasTakenAndAsksForTheRest() {
        type("2000");
        presenter.enter();
        slow.finish();

        assertEquals("29.76", state().toPay());
        assertEquals("29.76", state().given());
        assertEquals(List.of(new TenderState.Taken("Cash", "20.00")), state().taken());

        presenter.removeTender(0);
        slow.finish();
        assertEquals("49.76", state().toPay());
        assertEquals(List.of(), state().taken());
    }

    @Test
    void completesASaleOfWhichNothingIsDueAnyMore() {
        type("2488");
        presenter.enter();
        slow.finish();
        lane.checkout.changeQuantity(1, Quantity.ONE);
        assertEquals("0.00", state().toPay());
        assertEquals("", state().problem());

        presenter.enter();
        slow.finish();

        assertEquals(1, lane.checkout.completed.size());
        assertEquals(Optional.of("sale"), navigator.current());
    }

    @Test
    void givesOnePaymentBackThoughItIsTappedTwice() {
        for (int i = 0; i < 2; i++) {
            type("1000");
            presenter.enter();
            slow.finish();
        }

        presenter.removeTender(0);
        presenter.removeTender(0);
        slow.finish();

        assertEquals("39.76", state().toPay());
        assertFalse(state().busy());
    }

    @Test
    void refusesWhatIsFarTooMuch() {
        type("6000000");
        assertEquals("More than 500.00 above what is due", state().problem());
        presenter.enter();
        assertEquals(0, slow.waiting());
    }

    @Test
    void saysWhyASaleIsNotCompletedAndCanTakeItAgain() {
        lane.checkout.nextPayment(new TenderResult.NotCompleted("The disk is full", "INC-17"));
        presenter.enter();
        slow.finish();

        assertEquals(List.of("Not paid. The disk is full"), messages.titles());
        assertTrue(Objects.requireNonNull(messages.shown().get(0).detail()).contains("INC-17"));
        assertEquals(Optional.empty(), navigator.current());
        assertFalse(state().busy());
        assertEquals(1, state().lines().size());

        presenter.enter();
        slow.finish();
        assertEquals(1, lane.checkout.completed.size());
        assertEquals(List.of(), messages.titles());
    }

    @Test
    void staysWhereItIsWhileAPaymentIsUnderWay() {
        presenter.enter();
        presenter.escape();
        type("9");
        assertEquals(Optional.empty(), navigator.current());
        assertEquals("49.76", state().given());
    }

    @Test
    void startsWithTheExactAmountEachTime() {
        type("6000");
        presenter.escape();
        presenter.hidden();
        presenter.shown();
        assertEquals("49.76", state().given());
    }
}
