package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.ui.register.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of the lines by keys, and giving up the whole sale. */
class SaleEditsTest extends SaleHarness {
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
}
