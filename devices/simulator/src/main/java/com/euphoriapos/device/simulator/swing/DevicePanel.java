package com.euphoriapos.device.simulator.swing;

import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.device.simulator.panel.DemoItem;
import com.euphoriapos.device.simulator.panel.PanelPresenter;
import com.euphoriapos.device.simulator.panel.PanelState;
import com.euphoriapos.device.simulator.panel.PanelView;
import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

/**
 * The window: a bar that is always there, and below it the three devices. It takes the keyboard only while somebody types a code
 * into it, so that clicking here leaves the register as it was.
 */
final class DevicePanel implements PanelView {
    private static final String TITLE = "Demo devices";

    private final JFrame frame = new JFrame(TITLE);
    private final JLabel summary = new JLabel(TITLE);
    private final JButton fold = new JButton();
    private final JPanel body = new JPanel(new BorderLayout(0, 8));
    private final Place place = new Place();
    private final ScannerBox scanner = new ScannerBox(this::takeKeyboard);
    private final PrinterBox printer = new PrinterBox();
    private final DrawerBox drawer = new DrawerBox();
    private boolean folded;

    DevicePanel() {
        frame.setAutoRequestFocus(false);
        frame.setFocusableWindowState(false);
        frame.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                // The devices stay; closing only gets the panel out of the way.
                fold(true);
            }
        });
        JPanel bar = new JPanel(new BorderLayout(8, 0));
        bar.setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 8));
        bar.add(summary);
        bar.add(fold, BorderLayout.EAST);
        Boxes.quiet(fold, () -> fold(!folded));
        body.setBorder(BorderFactory.createEmptyBorder(0, 12, 12, 12));
        body.add(scanner.component(), BorderLayout.NORTH);
        body.add(printer.component());
        body.add(drawer.component(), BorderLayout.SOUTH);
        JComponent content = new JPanel(new BorderLayout());
        content.add(bar, BorderLayout.NORTH);
        content.add(body);
        Boxes.small(content);
        frame.setContentPane(content);
        frame.setUndecorated(!place.wide());
    }

    void follow(PanelPresenter presenter) {
        scanner.follow(presenter);
        printer.follow(presenter);
        drawer.follow(presenter);
    }

    /** Shows it without taking the keyboard. */
    void open() {
        fold(!place.wide());
        place.makeRoom(frame);
        frame.setVisible(true);
    }

    /** Takes it away for ever. */
    void close() {
        frame.setVisible(false);
        frame.dispose();
        place.leave();
    }

    private void fold(boolean now) {
        folded = now;
        body.setVisible(!now);
        fold.setText(now ? "Open" : "Fold");
        Rectangle bounds = now ? place.folded() : place.unfolded();
        frame.setAlwaysOnTop(now || !place.wide());
        frame.setBounds(bounds);
        frame.validate();
        takeKeyboard(false);
    }

    private void takeKeyboard(boolean take) {
        frame.setFocusableWindowState(take);
        if (take) {
            frame.toFront();
            frame.requestFocus();
        }
    }

    @Override
    public void showState(PanelState state) {
        summary.setText("<html><b>" + TITLE + "</b><br>" + state.summary());
        summary.setToolTipText(state.summary());
        scanner.show(state);
        printer.show(state);
        drawer.show(state);
    }

    @Override
    public void showPaper(List<ReceiptText.Line> lines) {
        printer.show(lines);
    }

    @Override
    public void showItems(List<DemoItem> items) {
        scanner.show(items);
    }

    @Override
    public void showScan(String words) {
        scanner.showScan(words);
    }
}
