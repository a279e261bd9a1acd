package com.euphoriapos.core.receipt;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Columns;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Element;
import com.euphoriapos.device.api.ReceiptDocument.Rule;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import com.euphoriapos.domain.Quantity;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The slip of a suspended sale: scanned on any lane it brings the sale back. Pure. */
public final class SuspendedChit {
    /** Kind of its print jobs. */
    public static final String KIND = "chit";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private SuspendedChit() {}

    /** The document of a print job. */
    public static String compose(Suspended sale, StoreSettings settings) {
        return ReceiptJson.write(document(sale, settings));
    }

    static ReceiptDocument document(Suspended sale, StoreSettings settings) {
        List<Element> all = new ArrayList<>();
        if (settings.demo()) {
            all.add(new Text("DEMO STORE, NOTHING IS SOLD", Align.CENTER, Style.BOLD));
        }
        all.add(new Text("SUSPENDED SALE", Align.CENTER, Style.LARGE));
        all.add(new Text("No receipt, nothing is paid", Align.CENTER, Style.NORMAL));
        all.add(new Rule());
        all.add(new Columns(sale.number(), "Lane " + sale.workstationId(), Style.BOLD));
        all.add(new Columns(TIME.format(sale.at().atZone(settings.zone())), sale.operatorName(), Style.NORMAL));
        String items = sale.items().equals(Quantity.ONE) ? "1 item" : sale.items() + " items";
        all.add(new Columns(items, settings.currencySymbol() + sale.total(), Style.NORMAL));
        if (!sale.note().isEmpty()) {
            all.add(new Text(sale.note(), Align.LEFT, Style.BOLD));
        }
        all.add(new Rule());
        all.add(new Text("Scan this on any lane to go on.", Align.CENTER, Style.NORMAL));
        all.add(new Barcode(sale.number(), Symbology.CODE_128));
        all.add(new Cut());
        return new ReceiptDocument(all);
    }
}
