package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.View;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What a chip stands for, below it: the state in words and what to do. */
final class ChipDetail {
    private static final int WIDTH = 300;

    private ChipDetail() {}

    /** @param diagnostics opens the support pages; null when there are none */
    static void show(Component chip, List<StatusItem> items, @Nullable Runnable diagnostics) {
        JPopupMenu popup = new JPopupMenu();
        JPanel panel = new JPanel(new MigLayout("insets 12 14 12 14, gap 0, wrap 2", "[]10[" + WIDTH + "!]"));
        panel.setOpaque(false);
        for (StatusItem item : items) {
            Level level = LaneBarPanel.level(item.level());
            panel.add(new JLabel(level.glyph().icon(18, level.tone())), "aligny center, gaptop 4");
            panel.add(Text.of(item.text(), Type.ITEM), "wmin 0, gaptop 4");
            String detail = item.detail().isEmpty() ? "All is well." : item.detail();
            panel.add(words(detail), "skip, wmin 0, w " + WIDTH + "!, gapbottom 4");
        }
        if (diagnostics != null) {
            PosButton open = PosButton.secondary("Diagnostics")
                    .key("Ctrl Alt D")
                    .on(() -> {
                        popup.setVisible(false);
                        diagnostics.run();
                    });
            panel.add(open, "skip, h 44!, gaptop 8");
        }
        popup.add(panel);
        popup.show(chip, 0, chip.getHeight());
    }

    /** A popup is as high as its parts want to be before they are laid out, and wrapped words want one height for each width. */
    private static JLabel words(String sentences) {
        JLabel label = Text.wrapped(sentences, Type.BODY, Tone.TEXT2);
        if (label.getClientProperty(BasicHTML.propertyKey) instanceof View lines) {
            int width = Scale.px(WIDTH);
            lines.setSize(width, 0);
            label.setPreferredSize(new Dimension(width, (int) Math.ceil(lines.getPreferredSpan(View.Y_AXIS))));
        }
        return label;
    }
}
