package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Scale;
import java.awt.Dimension;
import java.awt.Point;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.Popup;
import javax.swing.PopupFactory;
import javax.swing.Timer;

/** Says something beside a widget for three seconds; touch screens have no hover for tool tips. */
final class Hint {
    private static final int MILLIS = 3000;

    private Hint() {}

    static void show(JComponent beside, String text) {
        if (!beside.isShowing()) {
            return;
        }
        JToolTip tip = beside.createToolTip();
        tip.setTipText(text);
        Dimension size = tip.getPreferredSize();
        Point at = beside.getLocationOnScreen();
        int x = Math.max(0, at.x + (beside.getWidth() - size.width) / 2);
        int y = Math.max(0, at.y - size.height - Scale.px(6));
        Popup popup = PopupFactory.getSharedInstance().getPopup(beside, tip, x, y);
        popup.show();
        Timer timer = new Timer(MILLIS, e -> popup.hide());
        timer.setRepeats(false);
        timer.start();
    }
}
