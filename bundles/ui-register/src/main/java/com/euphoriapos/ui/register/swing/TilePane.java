package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Department;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.widget.QuickKey;
import com.euphoriapos.ui.kit.widget.TabPills;
import com.euphoriapos.ui.register.ProductRow;
import com.euphoriapos.ui.register.QuickKeysState;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The tabs of the departments and the tiles of what sells most. */
final class TilePane extends JPanel {
    /** Id of the tab with the most sold of all. */
    static final String TOP = "TOP";

    private final transient SaleActions actions;
    private final TabPills tabs;
    private final JPanel grid = new JPanel();
    private @Nullable QuickKeysState shown;
    private List<Department> tabsShown = List.of();
    private int columns;
    private int rows;

    TilePane(SaleActions actions) {
        super(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "[44!]8[grow,fill]"));
        this.actions = actions;
        tabs = new TabPills(actions::department);
        tabs.setTabs(List.of(new TabPills.Tab(TOP, "Top", null)));
        setOpaque(false);
        grid.setOpaque(false);
        add(tabs, "wmin 0, wrap");
        add(grid, "wmin 0, hmin 0");
    }

    void show(QuickKeysState state, Room room) {
        boolean sameGrid = columns == room.tileColumns() && rows == room.tileRows();
        if (state.equals(shown) && sameGrid) {
            return;
        }
        columns = room.tileColumns();
        rows = room.tileRows();
        if (shown == null || !state.departments().equals(tabsShown)) {
            tabsShown = state.departments();
            List<TabPills.Tab> pills = new ArrayList<>();
            pills.add(new TabPills.Tab(TOP, "Top", null));
            for (Department each : tabsShown) {
                pills.add(new TabPills.Tab(
                        each.name(), each.title(), com.euphoriapos.ui.kit.theme.Department.of(each.title())));
            }
            tabs.setTabs(pills);
        }
        tabs.select(state.chosen().map(Department::name).orElse(TOP));
        shown = state;
        fill(state.tiles());
        if (!sameGrid) {
            actions.presenter().tileCapacity(columns * rows);
        }
    }

    private void fill(List<ProductRow> tiles) {
        grid.removeAll();
        grid.setLayout(new MigLayout(
                "insets 0, gap 8, fill, wrap " + columns,
                "[grow,fill,sg c]".repeat(columns),
                "[grow,fill,sg r]".repeat(rows)));
        for (int i = 0; i < columns * rows; i++) {
            if (i < tiles.size()) {
                grid.add(tile(i, tiles.get(i)), "w 60:120:");
            } else {
                JPanel free = new JPanel();
                free.setOpaque(false);
                grid.add(free, "w 60:120:");
            }
        }
        grid.revalidate();
        grid.repaint();
    }

    private QuickKey tile(int index, ProductRow row) {
        QuickKey key = new QuickKey(ProductButton.department(row), row.name(), row.size(), row.price());
        key.addActionListener(e -> actions.presenter().tile(index));
        return key;
    }
}
