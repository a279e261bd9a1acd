package com.euphoriapos.device.simulator.panel;

import com.euphoriapos.device.api.ReceiptText;
import java.util.List;

/** The window of the panel; called on the event thread only. */
public interface PanelView {
    /** The devices changed. */
    void showState(PanelState state);

    /** The strip of paper changed. */
    void showPaper(List<ReceiptText.Line> lines);

    /** Other items lie on the counter; none while the store has none. */
    void showItems(List<DemoItem> items);

    /** What became of the last scan, in a few words. */
    void showScan(String words);
}
