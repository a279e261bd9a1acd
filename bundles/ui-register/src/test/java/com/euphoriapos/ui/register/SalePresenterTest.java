package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.register.testing.MemoryCheckout;
import com.euphoriapos.ui.register.testing.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scanning, typing, and what the screen shows of it. */
class SalePresenterTest extends SaleHarness {
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
    void getsEveryScanOfTheRouterInOrder() {
        InputRouter router =
                new InputRouter(WedgeSettings.standard(), KeyMap.standard(), new DirectUiThread(), sounds::add);
        scans = new RouterScans(router);
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
