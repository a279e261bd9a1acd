package com.euphoriapos.ui.kit.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WidgetsTest {
    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @Test
    void theAccessibleNameHoldsTheKey() {
        PosButton button = PosButton.danger("Void line").key("F8");
        assertEquals("Void line, F8", button.getAccessibleContext().getAccessibleName());
    }

    @Test
    void aButtonThatIsOffSaysWhy() {
        PosButton button = PosButton.pay("Pay");
        button.disable("Scan an item first");
        assertFalse(button.isEnabled());
        assertEquals("Scan an item first", button.getToolTipText());
        button.allow();
        assertTrue(button.isEnabled());
    }

    @Test
    void aBusyButtonKeepsItsSizeAndTakesNoTaps() {
        List<String> taps = new ArrayList<>();
        PosButton button = PosButton.primary("Sign in").key("Enter").on(() -> taps.add("tap"));
        var size = button.getPreferredSize();
        button.setBusy(true);
        button.doClick(0);
        assertEquals(size, button.getPreferredSize());
        assertEquals(List.of(), taps);
        button.setBusy(false);
        button.doClick(0);
        assertEquals(List.of("tap"), taps);
    }

    @Test
    void theWorstMessageIsShownFirst() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            MessagePane pane = new MessagePane();
            pane.show(Message.warning("w", "Paper low", "About 40 receipts left"));
            List<String> done = new ArrayList<>();
            pane.show(new Message(
                    "u",
                    Message.Kind.TROUBLE,
                    "Unknown barcode 1",
                    null,
                    List.of(new Message.Choice("Dismiss", "Esc", () -> done.add("dismissed")))));
            pane.show(Message.toast("Sale suspended"));
            assertEquals("u", pane.current().orElseThrow().id());
            assertTrue(pane.choose("Esc"));
            assertEquals(List.of("dismissed"), done);
            pane.dismiss("u");
            assertEquals("w", pane.current().orElseThrow().id());
        });
    }

    @Test
    void theButtonOfABannerKeepsItsWidthBesideManyWords() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            MessageBox box = new MessageBox(
                    new Message(
                            "w",
                            Message.Kind.WARNING,
                            "No drawer is connected. It is written down that it was to open. Open it with its key.",
                            null,
                            List.of(new Message.Choice("OK", "Esc", () -> {}))),
                    0);
            box.setSize(420, 70);
            PosButton button = button(box).orElseThrow();
            assertTrue(button.getWidth() >= button.getPreferredSize().width, button.getSize() + "");
        });
    }

    private static Optional<PosButton> button(Container container) {
        container.doLayout();
        for (Component each : container.getComponents()) {
            Optional<PosButton> found = each instanceof PosButton button
                    ? Optional.of(button)
                    : each instanceof Container inner ? button(inner) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Test
    void aTablesColumnsGrowWithTheTextAndTheirHeadsStandOverTheCells() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            JTable table = Tables.of(new DefaultTableModel(new Object[] {"Time", "Words"}, 0));
            Tables.widths(table, 140, 0);
            assertEquals(140, table.getColumnModel().getColumn(0).getPreferredWidth());
            Look.textSize(TextSize.LARGEST);
            try {
                Look.refresh(table);
                assertEquals(182, table.getColumnModel().getColumn(0).getPreferredWidth());
            } finally {
                Look.textSize(TextSize.NORMAL);
            }
            Component head = table.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(table, "Words", false, false, -1, 1);
            assertEquals(SwingConstants.LEADING, ((JLabel) head).getHorizontalAlignment());
        });
    }

    @Test
    void whatWasInNoWindowGetsTheThemeWhenItComesBack() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            JPanel page = new JPanel();
            JTextField field = new JTextField("typed");
            page.add(field);
            Look.refresh(page);
            Color light = field.getBackground();
            Look.switchTo(Theme.DARK);
            try {
                assertEquals(light, field.getBackground());
                Look.refresh(page);
                assertNotEquals(light, field.getBackground());
                assertEquals("typed", field.getText());
            } finally {
                Look.switchTo(Theme.LIGHT);
            }
        });
    }

    @Test
    void everyIconHasItsDrawing() {
        for (Glyph glyph : Glyph.values()) {
            assertTrue(new com.formdev.flatlaf.extras.FlatSVGIcon(path(glyph)).hasFound(), glyph.name());
        }
    }

    private static String path(Glyph glyph) {
        String name = glyph.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "com/euphoriapos/ui/kit/icon/svg/" + name + ".svg";
    }

    @Test
    void initialsComeFromTheFirstTwoNames() {
        assertEquals("DR", Avatar.initials("Dana R."));
        assertEquals("O", Avatar.initials("Olive"));
        assertEquals("", Avatar.initials(" "));
    }
}
