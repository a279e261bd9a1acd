package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Department;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Search and quick keys. */
class SaleSearchTest extends SaleHarness {
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
}
