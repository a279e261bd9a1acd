package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Columns;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Feed;
import com.euphoriapos.device.api.ReceiptDocument.Rule;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import java.util.List;

/** Receipts to print. */
public final class Receipts {
    private Receipts() {}

    /** A receipt with every element, accents, a sharp s and the euro sign. */
    public static ReceiptDocument full() {
        return new ReceiptDocument(List.of(
                new Text("Café Größe & Söhne", Align.CENTER, Style.LARGE),
                new Text("12 Rue de l’Église – 75001 Paris", Align.CENTER, Style.NORMAL),
                new Rule(),
                new Columns("Crème brûlée 2 × €4.50", "€9.00", Style.NORMAL),
                new Columns("Weißbier “Münchner Hell” vom Faß, half a litre", "€5.20", Style.NORMAL),
                new Columns("Świeży żurek", "€7.80", Style.NORMAL),
                new Columns("Квас", "€2.10", Style.NORMAL),
                new Rule(),
                new Columns("Total", "€24.10", Style.BOLD),
                new Columns("TOTAL", "€24.10", Style.LARGE),
                new Columns("Cash", "€30.00", Style.NORMAL),
                new Columns("Change", "€5.90", Style.NORMAL),
                new Feed(1),
                new Text("Lane 1  2026-05-04 10:15", Align.RIGHT, Style.NORMAL),
                new Barcode("0001-000042", Symbology.CODE_128),
                new Barcode("https://example.org/r/0001-000042", Symbology.QR),
                new Text("Thank you!", Align.CENTER, Style.NORMAL),
                new Cut()));
    }

    /** A short receipt with this number, for tests that print it at every offset. */
    public static ReceiptDocument small(int number) {
        return new ReceiptDocument(List.of(
                new Text("RECEIPT " + number, Align.CENTER, Style.BOLD),
                new Columns("Milk", "€1.19", Style.NORMAL),
                new Columns("Total", "€1.19", Style.LARGE),
                new Barcode("00" + (100_000 + number), Symbology.CODE_128),
                new Text("END " + number, Align.LEFT, Style.NORMAL),
                new Cut()));
    }
}
