package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.SuspendedSales.ResumeResult;
import com.euphoriapos.ui.register.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** F6: a sale is put aside, and goes on from the list or by its chit. */
class SuspendTest extends RoutedSaleHarness {
    private void slowly() {
        presenter.detach();
        presenter = presenter(true);
        attach();
    }

    private SidePane pane() {
        return view.state().pane();
    }

    private ActSheet.Suspended list() {
        return assertInstanceOf(ActSheet.Suspended.class, view.state().sheet().orElseThrow());
    }

    private boolean said(String words) {
        return messages.titles().stream().anyMatch(title -> title.contains(words));
    }

    private void suspendOne(int item, String note) {
        scan(Shop.code(item));
        presenter.suspend();
        presenter.acts().note(note);
        presenter.enter();
    }

    @Test
    void theKeyTwiceSuspendsWithoutANote() {
        scan(Shop.code(4));
        presenter.suspend();
        assertEquals(SidePane.SUSPEND, pane());
        presenter.suspend();
        assertEquals(SidePane.TILES, pane());
        assertEquals(List.of(), view.cart());
        assertEquals(1, view.state().salesWaiting());
        assertTrue(said("Suspended as S-L1-001"), messages.titles()::toString);
    }

    @Test
    void putsTheFirstScanAsideThoughItIsStillBeingLookedUp() {
        slowly();
        scan(Shop.code(4));
        presenter.suspend();
        assertEquals(SidePane.TILES, pane());
        slow.finish();
        assertEquals(SidePane.SUSPEND, pane());
    }

    @Test
    void aNoteNamesItInTheList() {
        suspendOne(4, "blue jacket");
        presenter.suspend();
        SuspendedRow row = list().rows().get(0);
        assertEquals("blue jacket", row.title());
        assertEquals("S-L1-001 · Lane L1 · Dana R.", row.where());
        assertEquals("Mar 6, 12:41 · 1 item", row.when());
        assertEquals("24.88", row.total());
    }

    @Test
    void digitsGoIntoTheNoteAndNoScanDoes() {
        scan(Shop.code(4));
        presenter.suspend();
        presenter.digit('7');
        scan(Shop.code(1));
        ActSheet.Suspend asked =
                assertInstanceOf(ActSheet.Suspend.class, view.state().sheet().orElseThrow());
        assertEquals("7", asked.note());
        assertEquals(1, view.cart().size());
        presenter.backspace();
        presenter.enter();
        assertEquals("", lane.suspended.waiting().get(0).note());
        assertEquals(1, view.cart().size(), "the scan that was held begins the next sale");
    }

    @Test
    void escapeKeepsSelling() {
        scan(Shop.code(4));
        presenter.suspend();
        presenter.escape();
        assertEquals(SidePane.TILES, pane());
        assertEquals(List.of(), lane.suspended.waiting());
    }

    @Test
    void theListIsWalkedByArrowsAndEnterTakesOne() {
        suspendOne(4, "first");
        suspendOne(1, "second");
        presenter.suspend();
        assertEquals(0, list().chosen());
        presenter.up();
        assertEquals(0, list().chosen());
        presenter.down();
        presenter.down();
        assertEquals(1, list().chosen());
        presenter.enter();
        assertEquals(SidePane.TILES, pane());
        assertEquals(List.of("1 Grey Goose"), view.cart());
        assertEquals(1, view.state().salesWaiting());
    }

    @Test
    void aDigitOrAFingerTakesOne() {
        suspendOne(4, "first");
        suspendOne(1, "second");
        presenter.suspend();
        presenter.digit('2');
        assertEquals(List.of("1 Grey Goose"), view.cart());
    }

    @Test
    void anEmptyListSaysSo() {
        presenter.suspend();
        assertEquals(List.of(), list().rows());
        assertFalse(list().loading());
        presenter.enter();
        presenter.suspend();
        assertEquals(SidePane.TILES, pane());
    }

    @Test
    void aScannedChitGoesOnWithItsSaleEvenFromTheList() {
        suspendOne(4, "");
        scan("]C0S-L1-001");
        assertEquals(List.of("1 Grey Goose"), view.cart());
        presenter.suspend();
        presenter.suspend();
        presenter.suspend();
        scan("S-L1-002");
        assertEquals(SidePane.TILES, pane());
        assertEquals(List.of("1 Grey Goose"), view.cart());
        assertFalse(lane.checkout.scanned.contains("S-L1-001"), "it is no product");
    }

    @Test
    void anItemThatIsScannedClosesTheListAndIsSold() {
        suspendOne(4, "");
        presenter.suspend();
        scan(Shop.code(1));
        assertEquals(SidePane.TILES, pane());
        assertEquals(1, view.cart().size());
    }

    @Test
    void aChitOverAnOpenSaleSaysWhatToDo() {
        suspendOne(4, "");
        scan(Shop.code(1));
        scan("S-L1-001");
        assertTrue(said("S-L1-001: There is a sale in progress"), messages.titles()::toString);
        assertEquals(1, view.state().salesWaiting());
    }

    @Test
    void saysWhoHasTakenItAndWhyNothingIsDecided() {
        suspendOne(4, "");
        presenter.suspend();
        lane.suspended.nextAnswer(new ResumeResult.Undecided("Lane L3 does not answer. Try again."));
        presenter.enter();
        assertEquals("Lane L3 does not answer. Try again.", list().error());
        lane.suspended.nextAnswer(new ResumeResult.Taken("L2"));
        presenter.enter();
        assertEquals("Lane L2 has taken it.", list().error());
        assertEquals(List.of(), view.cart());
    }

    @Test
    void saysFromWhomItWasApart() {
        suspendOne(4, "");
        lane.suspended.apartFrom("L2", "L3");
        presenter.suspend();
        presenter.enter();
        assertTrue(
                said(
                        "Resumed while lanes L2 and L3 were away. Should another lane go on with it, too, a manager is told."),
                messages.titles()::toString);
        assertEquals("Resumed while lane L2 was away", SuspendedText.apart(List.of("L2")));
    }

    @Test
    void countsWhatOtherLanesDo() {
        suspendOne(4, "");
        assertEquals(1, view.state().salesWaiting());
        lane.suspended.takenElsewhere("S-L1-001");
        assertEquals(0, view.state().salesWaiting());
    }

    @Test
    void aSlowAnswerTakesNoSecondKey() {
        suspendOne(4, "");
        slowly();
        presenter.suspend();
        presenter.enter();
        assertTrue(list().busy());
        presenter.enter();
        presenter.digit('1');
        slow.finish();
        assertEquals(List.of("1 Grey Goose"), view.cart());
    }

    @Test
    void aSaleWithAPaymentStays() {
        scan(Shop.code(4));
        lane.checkout.takeCash(com.euphoriapos.domain.Money.ofCents(5_00));
        presenter.suspend();
        presenter.enter();
        assertEquals(SidePane.TILES, pane());
        assertEquals(1, view.cart().size());
        assertTrue(said("A payment was taken"), messages.titles()::toString);
    }

    @Test
    void leavesNoListenerBehind() {
        presenter.detach();
        assertEquals(0, lane.suspended.listeners());
    }
}
