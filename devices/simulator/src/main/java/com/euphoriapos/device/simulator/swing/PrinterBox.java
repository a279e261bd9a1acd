package com.euphoriapos.device.simulator.swing;

import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.device.simulator.PrinterSwitch;
import com.euphoriapos.device.simulator.panel.PanelPresenter;
import com.euphoriapos.device.simulator.panel.PanelState;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;

/** The printer: its paper, and what can befall it. */
final class PrinterBox {
    private final JPanel box = new JPanel(new BorderLayout(0, 6));
    private final JLabel state = new JLabel();
    private final Map<PrinterSwitch, JCheckBox> switches = new EnumMap<>(PrinterSwitch.class);
    private final PaperView paper = new PaperView();
    private final JScrollPane scroll = new JScrollPane(
            paper, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    private @Nullable PanelPresenter presenter;

    PrinterBox() {
        JPanel boxes = new JPanel(new GridLayout(2, 3, 2, 0));
        for (PrinterSwitch which : PrinterSwitch.values()) {
            JCheckBox check = Boxes.check(which.words());
            switches.put(which, Boxes.quiet(check, () -> turn(which, check.isSelected())));
            boxes.add(check);
        }
        JButton tear = Boxes.quiet(new JButton("Tear off"), this::tearOff);
        JPanel top = new JPanel(new BorderLayout(0, 4));
        top.add(Boxes.head("Printer", state, tear), BorderLayout.NORTH);
        top.add(boxes);
        box.add(top, BorderLayout.NORTH);
        box.add(scroll);
    }

    JComponent component() {
        return box;
    }

    void follow(PanelPresenter newPresenter) {
        presenter = newPresenter;
    }

    private void turn(PrinterSwitch which, boolean on) {
        PanelPresenter now = presenter;
        if (now != null) {
            now.turn(which, on);
        }
    }

    private void tearOff() {
        PanelPresenter now = presenter;
        if (now != null) {
            now.tearOff();
        }
    }

    void show(PanelState panel) {
        state.setText(panel.printerWords());
        switches.forEach((which, check) -> check.setSelected(panel.switches().contains(which)));
    }

    /** Shows the paper and goes to its end, where a printer prints. */
    void show(List<ReceiptText.Line> lines) {
        paper.show(lines);
        EventQueue.invokeLater(() -> {
            JScrollBar bar = scroll.getVerticalScrollBar();
            bar.setValue(bar.getMaximum());
        });
    }
}
