package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.register.testing.Lane;
import com.euphoriapos.ui.register.testing.MemoryCheckout;
import com.euphoriapos.ui.register.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryPresenterTest implements HistoryView {
    private final Lane lane = new Lane();
    private final RecordingMessages messages = new RecordingMessages();
    private final RecordingNavigator navigator = new RecordingNavigator();
    private final List<Tone> sounds = new ArrayList<>();
    private final SteppedBackground slow = new SteppedBackground();
    private final HistoryPresenter presenter = new HistoryPresenter(
            lane.services(),
            new Tools(new DirectUiThread(), new DirectBackground(), slow, navigator, messages, sounds::add, Scans.NONE),
            () -> MemoryCheckout.NOW);
    private @Nullable HistoryState last;
    private String field = "";

    @BeforeEach
    void sellThree() {
        sell(4, "30");
        sell(9, "20");
        sell(1, "15");
        presenter.attach(this);
        presenter.shown();
        slow.finish();
    }

    private void sell(int item, String given) {
        lane.checkout.scan(Shop.code(item), Quantity.ONE);
        lane.checkout.takeCash(Money.parse(given));
    }

    private HistoryState state() {
        return Objects.requireNonNull(last);
    }

    private List<String> numbers() {
        return state().rows().stream().map(HistoryState.Sale::number).toList();
    }

    @Test
    void showsTodaysSalesAtOnceWithTheLastReceipt() {
        assertEquals(List.of("L1-7K3-000043", "L1-7K3-000042", "L1-7K3-000041"), numbers());
        assertEquals("Today, 3 sales, 54.58", state().heading());
        assertEquals(0, state().chosen());
        assertTrue(state().receipt().orElseThrow().text().contains("FIREBALL CINNAMON"));
        assertEquals("12:41", state().rows().get(0).when());
        assertEquals("1 item", state().rows().get(0).items());
    }

    @Test
    void showsWhatOtherLanesSellWhileItIsLookedAtAndKeepsTheChoice() {
        presenter.choose(1);
        slow.finish();
        sell(2, "60");
        lane.history.changed();
        slow.finish();
        assertEquals(4, numbers().size());
        assertEquals(2, state().chosen());
        assertEquals("L1-7K3-000042", state().receipt().orElseThrow().number());
        presenter.searchText("bacardi");
        slow.finish();
        sell(2, "60");
        lane.history.changed();
        slow.finish();
        assertEquals(List.of("L1-7K3-000042"), numbers());
        presenter.hidden();
        lane.history.changed();
        assertEquals(0, slow.waiting());
    }

    @Test
    void findsByItemAmountAndNumber() {
        presenter.searchText("bacardi");
        slow.finish();
        assertEquals(List.of("L1-7K3-000042"), numbers());
        presenter.searchText("24.88");
        slow.finish();
        assertEquals(List.of("L1-7K3-000041"), numbers());
        presenter.searchText("000043");
        slow.finish();
        assertEquals(List.of("L1-7K3-000043"), numbers());
        assertEquals("1 sale found", state().heading());
        presenter.searchText("nothing like it");
        slow.finish();
        assertEquals("No sale has \"nothing like it\"", state().empty());
    }

    @Test
    void dropsTheReceiptOfARowThatIsNoLongerChosen() {
        presenter.choose(1);
        presenter.choose(2);
        slow.step();
        assertEquals(Optional.empty(), state().receipt());
        slow.finish();
        assertEquals("L1-7K3-000041", state().receipt().orElseThrow().number());
    }

    @Test
    void opensTheSaleWhoseReceiptIsScanned() {
        presenter.scan(new ScanInput("L1-7K3-000042", null, "test", MemoryCheckout.NOW), () -> sounds.add(null));
        slow.finish();
        assertEquals("L1-7K3-000042", field);
        assertEquals("L1-7K3-000042", state().receipt().orElseThrow().number());
        assertEquals(Tone.ADDED, sounds.get(0));
    }

    @Test
    void saysThatAScannedNumberIsNotHere() {
        List<String> done = new ArrayList<>();
        presenter.scan(new ScanInput("041220576074", null, "test", MemoryCheckout.NOW), () -> done.add("done"));
        slow.finish();
        assertEquals(List.of("No receipt has the number 041220576074"), messages.titles());
        assertEquals(3, state().rows().size());
        assertEquals(List.of("done"), done);
    }

    @Test
    void printsADuplicateOnceATime() {
        presenter.move(1);
        slow.finish();
        presenter.reprint();
        assertEquals(List.of("sale-2"), lane.history.reprinted);
        assertEquals(List.of("Duplicate 1 of L1-7K3-000042 goes to the printer"), messages.titles());
    }

    @Test
    void saysThatADuplicateWaitsForThePrinter() {
        lane.history.queue = new Receipts.QueueState(1, false, "");
        presenter.reprint();
        assertEquals(List.of("Duplicate 1 of L1-7K3-000043 waits"), messages.titles());
    }

    @Test
    void leavesTheSearchBeforeItLeavesTheScreen() {
        presenter.searchText("bacardi");
        slow.finish();
        presenter.escape();
        assertEquals(3, state().rows().size());
        assertEquals(Optional.empty(), navigator.current());
        presenter.escape();
        assertEquals(Optional.of("sale"), navigator.current());
    }

    @Override
    public void render(HistoryState state) {
        last = state;
    }

    @Override
    public void clearSearch() {
        field = "";
    }

    @Override
    public void showSearch(String text) {
        field = text;
    }

    @Override
    public void focusSearch() {}

    @Override
    public boolean dismissMessage() {
        return false;
    }
}
