package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Department;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.register.testing.Lane;
import com.euphoriapos.ui.register.testing.MemoryCheckout;
import com.euphoriapos.ui.register.testing.RecordingSaleView;
import com.euphoriapos.ui.register.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalePresenterTest {
    private final Lane lane = new Lane();
    private final RecordingSaleView view = new RecordingSaleView();
    private final RecordingMessages messages = new RecordingMessages();
    private final RecordingNavigator navigator = new RecordingNavigator();
    private final List<Tone> sounds = new ArrayList<>();
    private final SteppedBackground slow = new SteppedBackground();
    private final List<MoreEntry> more =
            List.of(new MoreEntry("import", "Import prices", true), new MoreEntry("safe", "Safe", false));
    private Scans scans = Scans.NONE;
    private SalePresenter presenter = presenter(false, false);
    private int done;

    private SalePresenter presenter(boolean slowWork, boolean slowLookups) {
        Tools tools = new Tools(
                new DirectUiThread(),
                slowWork ? slow : new DirectBackground(),
                slowLookups ? slow : new DirectBackground(),
                navigator,
                messages,
                sounds::add,
                scans);
        return new SalePresenter(lane.services(), tools, () -> more);
    }

    @BeforeEach
    void attach() {
        presenter.attach(view);
    }

    private void restart(boolean slowWork, boolean slowLookups) {
        presenter.detach();
        presenter = presenter(slowWork, slowLookups);
        presenter.attach(view);
        slow.finish();
    }

    private void scan(String code) {
        presenter.scan(new ScanInput(code, null, "test", MemoryCheckout.NOW), () -> done++);
    }

    private void type(String keys) {
        for (char key : keys.toCharArray()) {
            switch (key) {
                case '*' -> presenter.quantity();
                case '+' -> presenter.plus();
                case '-' -> presenter.minus();
                case '\n' -> presenter.enter();
                default -> presenter.digit(key);
            }
        }
    }

    @Test
    void addsWhatIsScannedAndChoosesItsLine() {
        scan(Shop.code(1));
        scan(Shop.code(4));

        assertEquals(List.of("1 Fireball Cinnamon", "1 Grey Goose"), view.cart());
        assertEquals(2, view.state().chosenLine().orElseThrow().number());
        assertEquals(List.of(1, 2), view.added);
        assertEquals(List.of(Tone.ADDED, Tone.ADDED), sounds);
        assertEquals(2, done);
    }

    @Test
    void showsSubtotalTaxAndTotal() {
        scan(Shop.code(4));

        Totals totals = view.state().totals();
        assertEquals("1 item", totals.items());
        assertEquals("23.25", totals.subtotal());
        assertEquals("Tax 7\u00A0%", totals.taxLabel());
        assertEquals("1.63", totals.tax());
        assertEquals("24.88", totals.total());
        assertEquals("$", totals.sign());
    }

    @Test
    void takesSixWhenSixTimesWasTypedBeforeTheScan() {
        type("6*");
        assertEquals("6 \u00D7", view.state().entry().chip());

        scan(Shop.code(1));
        scan(Shop.code(2));

        assertEquals(List.of("6 Fireball Cinnamon", "1 Crown Royal Peach"), view.cart());
        assertEquals("", view.state().entry().chip());
    }

    @Test
    void neverMakesDigitsWithoutTimesAQuantity() {
        type("22");
        scan(Shop.code(1));

        assertEquals(List.of("1 Fireball Cinnamon"), view.cart());
        assertEquals("", view.state().entry().chip());
    }

    @Test
    void keepsTheQuantityWhenTheCodeIsUnknown() {
        type("6*");
        scan("999");
        scan(Shop.code(1));

        assertEquals(List.of("6 Fireball Cinnamon"), view.cart());
    }

    @Test
    void looksUpTypedDigitsAtEnter() {
        type(Shop.code(4) + "\n");

        assertEquals(List.of("1 Grey Goose"), view.cart());
        assertEquals("", view.state().entry().digits());
    }

    @Test
    void saysThatACodeIsUnknownAndGoesOnScanning() {
        scan("041220576074");
        scan(Shop.code(1));

        assertEquals(List.of("Unknown barcode 041220576074"), messages.titles());
        assertEquals(List.of(Tone.UNKNOWN, Tone.ADDED), sounds);
        assertEquals(List.of("1 Fireball Cinnamon"), view.cart());
        assertEquals(SidePane.TILES, view.state().pane());
        messages.shown().get(0).choices().get(0).action().run();
        assertEquals(List.of(), messages.titles());
    }

    @Test
    void asksWhichOneAndHoldsTheScansBehindIt() {
        scan(Shop.SHARED_CODE);
        scan(Shop.code(1));
        scan(Shop.code(2));

        assertEquals(SidePane.PICKER, view.state().pane());
        assertEquals(6, view.state().picker().orElseThrow().rows().size());
        assertEquals(2, view.state().scansWaiting());
        assertEquals(List.of(), view.cart());
        assertEquals(1, done);

        type("2");

        assertEquals(
                List.of("1 Mr Boston Watermelon Schnapps", "1 Fireball Cinnamon", "1 Crown Royal Peach"), view.cart());
        assertEquals(SidePane.TILES, view.state().pane());
        assertEquals(0, view.state().scansWaiting());
        assertEquals(3, done);
    }

    @Test
    void losesNoneOfAScanStormBehindAQuestion() {
        restart(true, false);
        List<String> codes = new ArrayList<>();
        codes.add(Shop.SHARED_CODE);
        for (int i = 0; i < 200; i++) {
            codes.add(i % 50 == 49 ? Shop.SHARED_CODE : Shop.code(1 + i % 12));
        }
        codes.forEach(this::scan);

        int questions = 0;
        while (slow.step() || view.state().pane() == SidePane.PICKER) {
            if (view.state().pane() == SidePane.PICKER) {
                questions++;
                presenter.pick(0);
            }
        }

        assertEquals(codes, lane.checkout.scanned);
        assertEquals(5, questions);
        assertEquals(codes.size(), done);
        long items = view.state().lines().stream()
                .mapToLong(line -> Long.parseLong(line.quantity()))
                .sum();
        assertEquals(codes.size(), items);
    }

    @Test
    void choosesNothingAtEnterWhileScansWait() {
        scan(Shop.SHARED_CODE);
        scan(Shop.code(1));
        presenter.enter();
        assertEquals(SidePane.PICKER, view.state().pane());
        assertFalse(view.state().picker().orElseThrow().enterChooses());

        presenter.escape();
        assertEquals(List.of("1 Fireball Cinnamon"), view.cart());
    }

    @Test
    void takesTheTintedRowAtEnterWhenNoScanWaits() {
        scan(Shop.SHARED_CODE);
        presenter.down();
        presenter.down();
        presenter.enter();

        assertEquals(List.of("1 Cutwater Tequila Anejo"), view.cart());
    }

    @Test
    void findsTheItemOfAQuestionBySearching() {
        type("3*");
        scan(Shop.SHARED_CODE);
        scan(Shop.code(1));
        presenter.openSearch();
        assertTrue(view.searching());
        presenter.searchText("grey");
        presenter.enter();

        assertEquals(List.of("3 Grey Goose", "1 Fireball Cinnamon"), view.cart());
        assertEquals(SidePane.TILES, view.state().pane());
        assertFalse(view.searching());
    }

    @Test
    void returnsFromTheSearchToTheOpenQuestion() {
        scan(Shop.SHARED_CODE);
        presenter.openSearch();
        presenter.escape();

        assertEquals(SidePane.PICKER, view.state().pane());
    }

    @Test
    void doesNotPayWhileAQuestionIsOpen() {
        scan(Shop.code(1));
        scan(Shop.SHARED_CODE);
        presenter.pay();

        assertEquals(Optional.empty(), navigator.current());
        assertEquals(List.of("Answer the question on the right first"), messages.titles());
    }

    @Test
    void paysAfterTheScanThatIsBeingLookedUp() {
        restart(true, false);
        scan(Shop.code(1));
        slow.finish();
        scan(Shop.code(2));
        presenter.pay();
        assertEquals(Optional.empty(), navigator.current());

        slow.finish();
        assertEquals(Optional.of("tender"), navigator.current());
        assertEquals(2, view.cart().size());
    }

    @Test
    void doesNotPayWhenTheScanTurnsOutToBeAQuestion() {
        restart(true, false);
        scan(Shop.code(1));
        slow.finish();
        scan(Shop.SHARED_CODE);
        presenter.pay();
        slow.finish();

        assertEquals(Optional.empty(), navigator.current());
        presenter.pick(0);
        slow.finish();
        assertEquals(Optional.empty(), navigator.current());
    }

    @Test
    void countsEveryPressOfPlusThoughTheLaneIsSlow() {
        scan(Shop.code(1));
        restart(true, false);
        type("+++");
        slow.finish();
        assertEquals(List.of("4 Fireball Cinnamon"), view.cart());

        type("5+");
        slow.finish();
        assertEquals(List.of("9 Fireball Cinnamon"), view.cart());
    }

    @Test
    void voidsTheLineWhenMinusLeavesNothing() {
        scan(Shop.code(1));
        type("+--");

        assertEquals(List.of("1 Fireball Cinnamon void"), view.cart());
        assertEquals("Voided by Dana R.", view.state().lines().get(0).voidedBy());
        assertEquals("0.00", view.state().lines().get(0).total());
        assertEquals("Nothing to pay yet", view.state().can().pay());
    }

    @Test
    void voidsTheChosenLineAndTakesItBack() {
        scan(Shop.code(1));
        scan(Shop.code(2));
        presenter.up();
        presenter.voidLine();
        assertEquals(List.of("1 Fireball Cinnamon void", "1 Crown Royal Peach"), view.cart());
        assertEquals(List.of("Fireball Cinnamon voided"), messages.titles());

        presenter.undo();
        assertEquals(List.of("1 Fireball Cinnamon", "1 Crown Royal Peach"), view.cart());
        assertEquals(List.of(), messages.titles());
    }

    @Test
    void setsTheChosenLinesQuantityOnTheKeypad() {
        scan(Shop.code(1));
        presenter.quantity();
        assertEquals(SidePane.QUANTITY, view.state().pane());
        type("12\n");

        assertEquals(List.of("12 Fireball Cinnamon"), view.cart());
        assertEquals(SidePane.TILES, view.state().pane());
    }

    @Test
    void refusesAQuantityThatNoLineTakes() {
        scan(Shop.code(1));
        type("41220*");

        assertEquals(List.of("A quantity is 1 to 9,999"), messages.titles());
        assertEquals(List.of("1 Fireball Cinnamon"), view.cart());
    }

    @Test
    void asksBeforeTheWholeSaleIsGivenUp() {
        scan(Shop.code(1));
        presenter.askCancel();
        presenter.enter();
        assertEquals(SidePane.CANCEL, view.state().pane());
        type("1");
        assertEquals(1, view.cart().size());

        presenter.askCancel();
        type("2");
        assertEquals(List.of(), view.cart());
    }

    @Test
    void forgetsTheQuestionWhetherToCancelWhenSellingGoesOn() {
        scan(Shop.code(1));
        presenter.askCancel();
        scan(Shop.code(2));

        assertEquals(SidePane.TILES, view.state().pane());
        assertEquals(2, view.cart().size());
    }

    @Test
    void dropsLateResultsOfAnOlderSearch() {
        restart(false, true);
        presenter.openSearch();
        presenter.searchText("g");
        presenter.searchText("gr");
        presenter.searchText("grey");
        slow.step();
        assertTrue(view.state().search().pending());
        assertEquals(List.of(), view.state().search().rows());

        slow.finish();
        assertEquals(
                List.of("Grey Goose"),
                view.state().search().rows().stream().map(ProductRow::name).toList());
    }

    @Test
    void waitsAtEnterForTheRowsOfTheTypedText() {
        restart(false, true);
        presenter.openSearch();
        presenter.searchText("vodka");
        slow.finish();
        presenter.searchText("bacardi");
        presenter.enter();
        assertEquals(List.of(), view.cart());

        slow.finish();
        assertEquals(List.of("1 Bacardi Superior"), view.cart());
    }

    @Test
    void addsNothingUnseenWhenEnterCameBeforeSeveralRows() {
        restart(false, true);
        presenter.openSearch();
        presenter.searchText("cutwater");
        presenter.enter();
        slow.finish();

        assertEquals(List.of(), view.cart());
        assertEquals(SidePane.RESULTS, view.state().pane());
    }

    @Test
    void addsAQuickKeyAsOftenAsTyped() {
        type("3*");
        presenter.tile(3);
        presenter.tile(0);

        assertEquals(List.of("3 Grey Goose", "1 Fireball Cinnamon"), view.cart());
    }

    @Test
    void showsOnlyTabsThatHaveProducts() {
        assertTrue(view.state().quickKeys().departments().contains(Department.VODKA));
        presenter.department(Optional.of(Department.GIN));
        assertEquals(
                List.of("Bombay Sapphire", "Hendricks Gin"),
                view.state().quickKeys().tiles().stream().map(ProductRow::name).toList());
    }

    @Test
    void showsTheChangeUntilTheNextScan() {
        scan(Shop.code(4));
        lane.checkout.takeCash(com.euphoriapos.domain.Money.parse("30"));

        ChangeDue change = view.state().change().orElseThrow();
        assertEquals("5.12", change.amount());
        assertEquals("30.00 cash for 24.88. The next scan starts a sale", change.explanation());

        scan(Shop.code(1));
        assertEquals(Optional.empty(), view.state().change());
        assertEquals(List.of("1 Fireball Cinnamon"), view.cart());
    }

    @Test
    void opensRareFunctionsByNumber() {
        presenter.openMore();
        type("2");
        assertEquals(List.of("Safe is not for you to open"), messages.titles());

        presenter.openMore();
        type("1");
        assertEquals(Optional.of("import"), navigator.current());
    }

    @Test
    void leavesScansWithTheRouterWhileAQuestionIsOpen() {
        scan(Shop.SHARED_CODE);
        assertEquals(1, done);
        assertFalse(presenter.takesScans());

        presenter.hidden();
        presenter.shown();
        assertEquals(SidePane.PICKER, view.state().pane());
        presenter.pick(0);
        assertTrue(presenter.takesScans());
        assertEquals(List.of("1 Cutwater Tequila Blanco"), view.cart());
        assertEquals(1, done);
    }

    @Test
    void getsEveryScanOfTheRouterInOrder() {
        InputRouter router =
                new InputRouter(WedgeSettings.standard(), KeyMap.standard(), new DirectUiThread(), sounds::add);
        scans = new Scans() {
            @Override
            public int waiting() {
                return router.waiting();
            }

            @Override
            public void resume() {
                router.intakeChanged();
            }
        };
        restart(false, false);
        router.pushContext(SaleScans.of(presenter));
        String[] codes = {Shop.code(1), Shop.SHARED_CODE, Shop.code(2), "999", Shop.SHARED_CODE, Shop.code(3)};
        for (String code : codes) {
            router.scan(new ScanInput(code, null, "test", MemoryCheckout.NOW));
        }
        assertEquals(4, view.state().scansWaiting());
        type("1");
        assertEquals(1, view.state().scansWaiting());
        presenter.skipScan();

        assertEquals(List.of(codes), lane.checkout.scanned);
        assertTrue(router.idle());
        assertEquals(
                List.of(
                        "1 Fireball Cinnamon",
                        "1 Cutwater Tequila Blanco",
                        "1 Crown Royal Peach",
                        "1 Jameson Black Barrel"),
                view.cart());
        assertEquals(List.of("Unknown barcode 999"), messages.titles());
    }

    @Test
    void stopsListeningWhenItsViewGoes() {
        presenter.detach();
        assertEquals(0, lane.checkout.listeners());
        scan(Shop.code(1));
        assertEquals(List.of(), view.cart());
    }
}
