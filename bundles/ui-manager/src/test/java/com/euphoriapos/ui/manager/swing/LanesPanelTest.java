package com.euphoriapos.ui.manager.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.LanesPresenter;
import com.euphoriapos.ui.manager.ParkedPresenter;
import com.euphoriapos.ui.manager.testing.PlayedCloud;
import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.time.Instant;
import java.util.Set;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanesPanelTest {
    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @AfterEach
    void usual() throws Exception {
        SwingUtilities.invokeAndWait(() -> Look.install(LookSettings.standard()));
    }

    @ParameterizedTest
    @EnumSource(TextSize.class)
    void noWordInTheListIsCutOnTheSmallestScreen(TextSize text) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            Look.install(new LookSettings(Theme.LIGHT, 100, text, true));
            JTable table = table();
            assertEquals(20, table.getRowCount());
            for (int column = 0; column < table.getColumnCount(); column++) {
                int room = table.getColumnModel().getColumn(column).getWidth();
                for (int row = 0; row < table.getRowCount(); row++) {
                    Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
                    assertTrue(
                            cell.getPreferredSize().width <= room,
                            table.getValueAt(row, column) + " needs " + cell.getPreferredSize().width + " of " + room);
                }
            }
        });
    }

    @Test
    void tabLeadsOutOfTheList() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            Set<AWTKeyStroke> keys = table().getFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS);
            assertTrue(keys.contains(AWTKeyStroke.getAWTKeyStroke("TAB")), keys.toString());
        });
    }

    private static JTable table() {
        LanesPresenter presenter =
                new LanesPresenter(BackOfficeGallery.lanes(), new DirectBackground(), Instant::now, () -> {});
        CloudPresenter cloud = new CloudPresenter(new PlayedCloud(), new DirectBackground(), Instant::now);
        ParkedPresenter parked = new ParkedPresenter(BackOfficeGallery.lanes(), new DirectBackground(), Instant::now);
        LanesPanel panel = new LanesPanel(presenter, cloud, parked);
        presenter.attach(panel);
        cloud.attach(panel.cloud());
        parked.attach(panel.parked());
        EmployeesPanelTest.layOut(panel, 1024, 712);
        return EmployeesPanelTest.all(panel, JTable.class).findFirst().orElseThrow();
    }
}
