package com.euphoriapos.device.simulator.swing;

import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.device.simulator.panel.DemoItem;
import com.euphoriapos.device.simulator.panel.PanelPresenter;
import com.euphoriapos.device.simulator.panel.PanelState;
import com.euphoriapos.device.simulator.panel.PanelView;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dialog;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.event.WindowFocusListener;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/**
 * The window: a bar that is always there, and below it the three devices. It takes the keyboard only while somebody types a code
 * into it, so that clicking here leaves the register as it was.
 */
final class DevicePanel implements PanelView {
    private static final String TITLE = "Demo devices";
    private static final String SHORT_TITLE = "Demo";
    private static final Color EDGE = new Color(0x8A94A6);

    private final JFrame frame = new JFrame(TITLE);
    private final JLabel title = new JLabel(TITLE);
    private final JLabel summary = new JLabel(" ");
    private final JButton fold = new JButton();
    private final JPanel body = new JPanel(new BorderLayout(0, 8));
    private final Place place;
    private final ScannerBox scanner = new ScannerBox(this::takeKeyboard, this::giveKeyboardBack);
    private final PrinterBox printer = new PrinterBox();
    private final DrawerBox drawer = new DrawerBox();
    private @Nullable Window before;
    private boolean folded;

    DevicePanel(Place place) {
        this.place = place;
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
        frame.addWindowFocusListener(new WindowFocusListener() {
            @Override
            public void windowGainedFocus(WindowEvent e) {
                before = e.getOppositeWindow() == null ? before : e.getOppositeWindow();
            }

            @Override
            public void windowLostFocus(WindowEvent e) {
                frame.setAutoRequestFocus(false);
                frame.setFocusableWindowState(false);
            }
        });
        JPanel bar = new JPanel(new BorderLayout(8, 0));
        bar.setBorder(BorderFactory.createEmptyBorder(3, 12, 3, 8));
        title.setFont(title.getFont().deriveFont(Font.BOLD));
        JPanel words = new JPanel(new GridLayout(2, 1));
        words.add(title);
        words.add(summary);
        bar.add(words);
        bar.add(fold, BorderLayout.EAST);
        new Dragging(frame).by(bar);
        Boxes.quiet(fold, () -> fold(!folded));
        body.setBorder(BorderFactory.createEmptyBorder(0, 12, 12, 12));
        body.add(scanner.component(), BorderLayout.NORTH);
        body.add(printer.component());
        body.add(drawer.component(), BorderLayout.SOUTH);
        JComponent content = new JPanel(new BorderLayout());
        content.add(bar, BorderLayout.NORTH);
        content.add(body);
        Boxes.small(content);
        content.setBorder(BorderFactory.createLineBorder(EDGE));
        frame.setContentPane(content);
        frame.setUndecorated(true);
    }

    void follow(PanelPresenter presenter) {
        scanner.follow(presenter);
        printer.follow(presenter);
        drawer.follow(presenter);
    }

    /** Shows it without taking the keyboard. */
    void open() {
        fold(!place.wide());
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
        title.setText(now && place.narrow() ? SHORT_TITLE : TITLE);
        if (now) {
            place.leave();
        } else {
            place.makeRoom(frame);
        }
        frame.setAlwaysOnTop(now || !place.wide());
        frame.setBounds(now ? place.folded() : place.unfolded());
        frame.validate();
        giveKeyboardBack();
    }

    private void takeKeyboard() {
        frame.setFocusableWindowState(true);
        // Only a window that may take the keyboard when it comes to the front can be given it by a window manager.
        frame.setAutoRequestFocus(true);
        frame.toFront();
        scanner.takeKeyboard();
    }

    /** To the window that had it; this one can't take it again by itself. */
    private void giveKeyboardBack() {
        Window other = before;
        if (frame.isFocused() && other != null && other.isShowing()) {
            other.toFront();
            other.requestFocus();
        }
    }

    @Override
    public void showState(PanelState state) {
        summary.setText(state.summary());
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
