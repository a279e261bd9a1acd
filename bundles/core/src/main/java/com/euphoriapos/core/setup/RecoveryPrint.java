package com.euphoriapos.core.setup;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Element;
import com.euphoriapos.device.api.ReceiptDocument.Feed;
import com.euphoriapos.device.api.ReceiptDocument.Rule;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import java.util.ArrayList;
import java.util.List;

/** The paper with the recovery code. */
final class RecoveryPrint {
    private RecoveryPrint() {}

    static ReceiptDocument document(String storeName, RecoveryCode code) {
        List<Element> all = new ArrayList<>();
        all.add(new Text("RECOVERY CODE", Align.CENTER, Style.LARGE));
        if (!storeName.isBlank()) {
            all.add(new Text(storeName, Align.CENTER, Style.BOLD));
        }
        all.add(new Rule());
        // Two short lines: twice as large, and no printer breaks a group apart.
        String text = code.text();
        int half = text.indexOf('-', text.length() / 2 - 1);
        all.add(new Text(text.substring(0, half), Align.CENTER, Style.BOLD));
        all.add(new Text(text.substring(half + 1), Align.CENTER, Style.BOLD));
        all.add(new Rule());
        all.add(new Text(
                "Keep this paper in a safe place, away from the register. If the register loses its secrets, nobody can"
                        + " sign in; this code brings them back. Who has it and a copy of the data can find out PINs.",
                Align.LEFT,
                Style.NORMAL));
        all.add(new Feed(3));
        all.add(new Cut());
        return new ReceiptDocument(all);
    }
}
