package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.approval.ApprovalResult;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.register.testing.MemoryApprovals;
import com.euphoriapos.ui.register.testing.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Price, void, no sale: what needs leave, who gives it, and where digits and scans go meanwhile. */
class ActsTest extends RoutedSaleHarness {
    @BeforeEach
    void sell() {
        scan(Shop.code(4));
        scan(Shop.code(1));
    }

    private void type(String keys) {
        for (char key : keys.toCharArray()) {
            if (key == '\n') {
                presenter.enter();
            } else {
                presenter.digit(key);
            }
        }
    }

    private ActSheet.Approval approval() {
        return assertInstanceOf(ActSheet.Approval.class, view.state().sheet().orElseThrow());
    }

    private ActSheet.Price price() {
        return assertInstanceOf(ActSheet.Price.class, view.state().sheet().orElseThrow());
    }

    private SaleLineItem line(int number) {
        return lane.checkout
                .state()
                .sale()
                .orElseThrow()
                .transaction()
                .line(number)
                .orElseThrow();
    }

    @Test
    void asksForThePriceThenForTheReasonAndDoesIt() {
        presenter.price();
        assertEquals(SidePane.PRICE, view.state().pane());
        type("1000");
        assertEquals("10.00", price().typed());
        type("\n");
        assertTrue(price().keysChoose());

        type("2");

        assertEquals(Optional.empty(), view.state().sheet());
        assertEquals("10.00", CartText.money(line(2).unitPrice()));
        assertEquals("Damaged", line(2).override().map(PriceOverride::reason).orElseThrow());
        assertEquals("Price was 13.50 · Dana R.", view.state().lines().get(1).priceWas());
        assertTrue(view.state().lines().get(1).spoken().contains("Price was 13.50"));
    }

    @Test
    void takesPercentOffDownToTheCentSoThatTwentyIsNeverMore() {
        presenter.price();
        presenter.price();
        type("7\n");
        assertEquals("12.56", price().price());
        type("1");

        assertEquals("12.56", CartText.money(line(2).unitPrice()));
    }

    @Test
    void saysWhatIsWrongWithAPriceInTheSheet() {
        presenter.price();
        type("\n");
        assertEquals("Type the price first", price().error());
        type("1350\n");
        assertEquals("This is the price already", price().error());
        presenter.price();
        type("101\n");
        assertEquals("At most 100 %", price().error());
        presenter.escape();

        assertEquals(SidePane.TILES, view.state().pane());
        assertEquals(Optional.empty(), line(2).override());
    }

    @Test
    void anotherPersonsPinDoesTheActAtOnceAndTheToastSaysWho() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.voidLine();

        assertEquals("Void 1 × Fireball Cinnamon", approval().title());
        assertEquals("13.50", approval().from());
        assertEquals("0.00", approval().to());
        assertEquals("PIN of a manager or owner", approval().who());
        assertTrue(sounds.contains(Tone.APPROVAL));
        type("2");
        assertEquals(1, approval().chosen());
        assertEquals(0, approval().typed());
        type(MemoryApprovals.PIN + "\n");

        assertTrue(line(2).voided());
        assertEquals(Optional.empty(), view.state().sheet());
        assertEquals(List.of("request-1: Scanned by mistake"), lane.approvals.approvals);
        assertTrue(messages.shown().stream().anyMatch(m -> m.title().contains("Ruth K. allowed it")));
    }

    @Test
    void theReasonOfThePriceSheetNeedsNotBeChosenAgain() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.price();
        type("1000\n1");

        assertEquals(0, approval().chosen());
        assertFalse(approval().keysChoose());
        assertEquals("Price of Fireball Cinnamon", approval().title());
        type(MemoryApprovals.PIN + "\n");

        assertEquals("Price was 13.50 · Ruth K.", view.state().lines().get(1).priceWas());
        assertEquals(List.of("price 2 10.00", "price 2 10.00 with ruth"), lane.checkout.asked);
    }

    @Test
    void aWrongPinShakesSaysSoAndCanBeTypedAgain() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.voidLine();
        type("1123456\n");

        assertEquals(1, view.shakes());
        assertEquals(LeaveDesk.WRONG, approval().error());
        assertEquals(0, approval().typed());
        type(MemoryApprovals.PIN + "\n");
        assertTrue(line(2).voided());
    }

    @Test
    void countsTheSecondsWhileNoPinIsTaken() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        lane.approvals.next(new ApprovalResult.LockedOut(Duration.ofSeconds(30)));
        presenter.voidLine();
        type("1123456\n");

        assertTrue(approval().locked());
        assertEquals("Too many wrong PINs; try again in 31 s", approval().error());
        type("123\n");
        assertEquals(0, approval().typed());
        clock.advance(Duration.ofSeconds(30));
        presenter.acts().tick();
        assertFalse(approval().locked());
    }

    @Test
    void asksAnewWhenItTookTooLong() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        lane.approvals.next(new ApprovalResult.Expired());
        presenter.voidLine();
        type("1" + MemoryApprovals.PIN + "\n");

        assertEquals("That took too long. Type the PIN again", approval().error());
        assertEquals(0, approval().chosen());
        type(MemoryApprovals.PIN + "\n");
        assertTrue(line(2).voided());
        assertEquals(List.of("request-1: Customer's wish", "request-2: Customer's wish"), lane.approvals.approvals);
    }

    @Test
    void escapeGivesUpAndForgetsTheRequest() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.voidLine();
        type("122");
        presenter.escape();

        assertEquals(List.of("request-1"), lane.approvals.withdrawn);
        assertEquals(SidePane.TILES, view.state().pane());
        assertEquals("", view.state().entry().digits());
        assertFalse(line(2).voided());
    }

    @Test
    void leavingTheScreenGivesUpToo() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.voidLine();
        presenter.hidden();

        assertEquals(List.of("request-1"), lane.approvals.withdrawn);
        assertEquals(Optional.empty(), view.state().sheet());
    }

    @Test
    void holdsScansAudiblyAndLosesNone() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.voidLine();
        assertEquals(ScanContext.Intake.HOLD, SaleScans.of(presenter).intake());
        assertFalse(SaleScans.of(presenter).holdsEnter());
        scan(Shop.code(2));
        scan(Shop.code(3));

        assertEquals(2, sounds.stream().filter(tone -> tone == Tone.HELD).count());
        assertEquals(0, approval().typed());
        assertEquals(2, view.cart().size());
        presenter.escape();

        assertEquals(4, view.cart().size());
    }

    @Test
    void aScanNeverBecomesAPrice() {
        presenter.price();
        type("99");
        scan(Shop.code(2));

        assertEquals("0.99", price().typed());
        presenter.escape();
        assertEquals(3, view.cart().size());
        assertEquals(Optional.empty(), line(2).override());
    }

    @Test
    void digitsTypedBeforeTheSheetNeitherStayNorBecomeAPin() {
        presenter.detach();
        presenter = presenter(true);
        attach();
        slow.finish();
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.voidLine();
        type("22");
        assertEquals("22", view.state().entry().digits());
        slow.finish();

        assertEquals(0, approval().typed());
        assertEquals("", view.state().entry().digits());
    }

    @Test
    void nothingElseIsDoneWhileThePinIsTyped() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.voidLine();
        int asked = lane.checkout.asked.size();
        presenter.plus();
        presenter.minus();
        presenter.voidLine();
        presenter.undo();
        presenter.chooseLine(1);
        presenter.askCancel();
        presenter.openCode();
        presenter.quantity();
        presenter.noSale();
        presenter.pay();

        assertEquals(asked, lane.checkout.asked.size());
        assertEquals(SidePane.APPROVAL, view.state().pane());
        assertEquals(2, lane.checkout.state().chosenLine());
    }

    @Test
    void takesNoSecondEnterWhileThePinIsChecked() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.detach();
        presenter = presenter(true);
        attach();
        slow.finish();
        presenter.voidLine();
        slow.finish();
        type("1" + MemoryApprovals.PIN + "\n");
        assertTrue(approval().busy());
        type("\n3\n");
        slow.finish();

        assertEquals(1, lane.approvals.approvals.size());
        assertTrue(line(2).voided());
    }

    @Test
    void minusAsksForTheVeryLineItWasPressedFor() {
        lane.checkout.leaveNeeded(Optional.of("ruth"));
        presenter.minus();
        assertEquals("Void 1 × Fireball Cinnamon", approval().title());
        type("1" + MemoryApprovals.PIN + "\n");

        assertEquals(List.of("void 2", "void 2 with ruth"), lane.checkout.asked);
        assertFalse(line(1).voided());
    }

    @Test
    void opensTheDrawerWithAReason() {
        presenter.noSale();
        type("\n");
        assertEquals(SidePane.NO_SALE, view.state().pane());
        type("9");
        assertTrue(lane.drawer.opened.isEmpty());

        type("1");

        assertEquals(List.of("Change"), lane.drawer.opened);
        assertEquals(SidePane.TILES, view.state().pane());
    }

    @Test
    void asksForLeaveToOpenTheDrawerAndSaysWhenItStaysShut() {
        lane.drawer.answer(new EditResult.NeedsApproval(new ApprovalRequest(
                "r", Act.of(Permission.NO_SALE), "Open the drawer", "why", "", List.of(Role.OWNER))));
        presenter.noSale();
        type("3");
        assertEquals("PIN of an owner", approval().who());
        type(MemoryApprovals.PIN + "\n");
        assertEquals(List.of("Bank"), lane.drawer.opened);

        lane.drawer.answer(new EditResult.DoneExcept("The drawer does not answer."));
        presenter.noSale();
        type("1");
        assertTrue(messages.shown().stream().anyMatch(m -> m.title().equals("The drawer does not answer.")));
    }

    @Test
    void aQuestionThatComesUpWaitsForTheSheet() {
        presenter.detach();
        presenter = presenter(true);
        attach();
        slow.finish();
        scan(Shop.SHARED_CODE);
        presenter.price();
        slow.finish();

        assertEquals(SidePane.PRICE, view.state().pane());
        presenter.escape();
        assertEquals(SidePane.PICKER, view.state().pane());
    }
}
