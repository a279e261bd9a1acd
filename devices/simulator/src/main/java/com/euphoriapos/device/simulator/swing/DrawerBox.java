package com.euphoriapos.device.simulator.swing;

import com.euphoriapos.device.simulator.panel.PanelPresenter;
import com.euphoriapos.device.simulator.panel.PanelState;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.jspecify.annotations.Nullable;

/** The drawer: it opens by itself and is closed by hand. */
final class DrawerBox {
    private final JLabel state = new JLabel();
    private final JButton close = Boxes.quiet(new JButton("Close drawer"), this::closeDrawer);
    private final JComponent box = Boxes.head("Drawer", state, close);
    private @Nullable PanelPresenter presenter;

    JComponent component() {
        return box;
    }

    void follow(PanelPresenter newPresenter) {
        presenter = newPresenter;
    }

    private void closeDrawer() {
        PanelPresenter now = presenter;
        if (now != null) {
            now.closeDrawer();
        }
    }

    void show(PanelState panel) {
        state.setText(panel.drawerOpen() ? "open" : "closed");
        close.setEnabled(panel.drawerOpen());
    }
}
