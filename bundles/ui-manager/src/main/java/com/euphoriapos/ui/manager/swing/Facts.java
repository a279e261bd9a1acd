package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** Names and values one below the other; built anew only where they changed. */
final class Facts {
    private final JPanel panel =
            BackOffice.clear(new MigLayout("insets 0, gap 12 10, fillx, wrap 2", "[96!][grow,fill]", ""));
    private List<String> shown = List.of();
    private List<String> next = new ArrayList<>();

    JComponent scrolled() {
        JScrollPane pane = Tables.scroll(new Column(panel));
        pane.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        return pane;
    }

    void begin() {
        next = new ArrayList<>();
    }

    /** One with a name; left out where there is nothing to say. */
    void add(String name, String value) {
        if (!value.isEmpty()) {
            next.add(name);
            next.add(value);
        }
    }

    void end() {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        panel.removeAll();
        for (int i = 0; i < shown.size(); i += 2) {
            JLabel name = Text.wrapped(shown.get(i), Type.SMALL_STRONG, Tone.TEXT2);
            panel.add(name, "gaptop 2, aligny top, wmin 0");
            panel.add(Text.wrapped(shown.get(i + 1), Type.BODY, Tone.TEXT), "wmin 0");
        }
        panel.revalidate();
        panel.repaint();
    }
}
