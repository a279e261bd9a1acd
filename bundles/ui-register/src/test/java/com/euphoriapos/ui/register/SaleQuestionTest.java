package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.register.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A code that several products share: what is asked, and what waits behind it. */
class SaleQuestionTest extends SaleHarness {
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
    void paysTheFirstScanThoughItIsStillBeingLookedUp() {
        restart(true, false);
        scan(Shop.code(1));
        presenter.pay();
        assertEquals(List.of(), messages.titles());

        slow.finish();
        assertEquals(Optional.of("tender"), navigator.current());
    }

    @Test
    void changesThePriceOfTheFirstScanThoughItIsStillBeingLookedUp() {
        restart(true, false);
        scan(Shop.code(1));
        presenter.price();
        assertEquals(SidePane.TILES, view.state().pane());

        slow.finish();
        assertEquals(SidePane.PRICE, view.state().pane());
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
}
