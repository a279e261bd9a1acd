package com.euphoriapos.device.simulator.swing;

import com.euphoriapos.device.simulator.panel.DemoItem;
import com.euphoriapos.device.simulator.panel.PanelPresenter;
import com.euphoriapos.device.simulator.panel.PanelState;
import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** The scanner: things to hold before it. */
final class ScannerBox {
    private static final int CODE_COLUMNS = 14;

    private final JPanel box = new JPanel(new BorderLayout(0, 6));
    private final JLabel state = new JLabel();
    private final JCheckBox plugged = Boxes.check("Plugged in");
    private final JPanel items = new JPanel(new GridLayout(0, 2, 6, 6));
    private final JTextField code = new JTextField(CODE_COLUMNS);
    private final JLabel last = new JLabel(" ");
    private final Runnable giveKeyboardBack;
    private @Nullable PanelPresenter presenter;

    /**
     * @param wantKeyboard run when somebody wants to type here; answered by {@link #takeKeyboard()}
     * @param giveKeyboardBack run when they have typed
     */
    ScannerBox(Runnable wantKeyboard, Runnable giveKeyboardBack) {
        this.giveKeyboardBack = giveKeyboardBack;
        Boxes.quiet(plugged, () -> act(p -> p.plug(plugged.isSelected())));
        box.add(Boxes.head("Scanner", state, plugged), BorderLayout.NORTH);
        box.add(items);
        JPanel typed = new JPanel(new BorderLayout(6, 4));
        typed.add(code);
        JPanel buttons = new JPanel(new GridLayout(1, 2, 6, 0));
        buttons.add(Boxes.quiet(new JButton("Scan"), this::scanTyped));
        buttons.add(Boxes.quiet(new JButton("Unknown"), () -> act(PanelPresenter::scanUnknown)));
        typed.add(buttons, BorderLayout.EAST);
        typed.add(last, BorderLayout.SOUTH);
        box.add(typed, BorderLayout.SOUTH);
        code.setToolTipText("Any code, as a scanner sends it");
        code.addActionListener(e -> scanTyped());
        code.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                wantKeyboard.run();
            }
        });
    }

    /** Asks for the keyboard, from another window too. */
    void takeKeyboard() {
        code.requestFocus();
    }

    JComponent component() {
        return box;
    }

    void follow(PanelPresenter newPresenter) {
        presenter = newPresenter;
    }

    private void act(Consumer<PanelPresenter> action) {
        PanelPresenter now = presenter;
        if (now != null) {
            action.accept(now);
        }
    }

    private void scanTyped() {
        String text = code.getText();
        code.selectAll();
        giveKeyboardBack.run();
        act(p -> p.scan(text));
    }

    void show(PanelState panel) {
        state.setText(panel.scannerWords());
        plugged.setSelected(panel.plugged());
    }

    void showScan(String words) {
        last.setText(words.isEmpty() ? " " : words);
    }

    void show(List<DemoItem> newItems) {
        items.removeAll();
        items.setLayout(new GridLayout(0, newItems.isEmpty() ? 1 : 2, 6, 6));
        newItems.forEach(item -> items.add(button(item)));
        if (newItems.isEmpty()) {
            items.add(new JLabel("No product with a barcode yet"));
        }
        Boxes.small(items);
        items.revalidate();
        items.repaint();
    }

    private JButton button(DemoItem item) {
        JButton button = new JButton("<html><center>" + escaped(item.name()) + "<br>" + escaped(item.detail()));
        button.setToolTipText(item.code());
        return Boxes.quiet(button, () -> act(p -> p.scan(item.code())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
