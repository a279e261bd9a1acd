package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.device.api.ReceiptText.Line;
import com.euphoriapos.device.javapos.PrintItem;
import com.euphoriapos.device.javapos.PrintJob;
import com.euphoriapos.device.javapos.TextStyle;
import com.euphoriapos.device.printer.escpos.encoder.CodePage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import jpos.POSPrinterConst;

/** Makes print jobs of receipts, as an application that uses JavaPOS would. */
final class Jobs {
    private Jobs() {}

    static PrintJob of(ReceiptDocument document, int columns, CodePage page) {
        List<PrintItem> items = new ArrayList<>();
        for (Line line : ReceiptText.layout(document, columns)) {
            items.add(item(line));
        }
        return new PrintJob(items, Integer.parseInt(page.number()), columns, false);
    }

    static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static PrintItem item(Line line) {
        if (line.source() instanceof Cut) {
            return new PrintItem.Cut(POSPrinterConst.PTR_CP_FULLCUT, true);
        }
        if (line.source() instanceof Barcode barcode) {
            int symbology = barcode.symbology() == Symbology.QR
                    ? POSPrinterConst.PTR_BCS_QRCODE
                    : POSPrinterConst.PTR_BCS_Code128;
            return new PrintItem.Barcode(
                    barcode.data(),
                    symbology,
                    64,
                    300,
                    POSPrinterConst.PTR_BC_CENTER,
                    POSPrinterConst.PTR_BC_TEXT_BELOW);
        }
        return new PrintItem.Text(line.text() + "\n", style(line));
    }

    private static TextStyle style(Line line) {
        TextStyle placed = TextStyle.PLAIN.align(
                switch (line.align()) {
                    case LEFT -> TextStyle.Align.LEFT;
                    case CENTER -> TextStyle.Align.CENTER;
                    case RIGHT -> TextStyle.Align.RIGHT;
                });
        return switch (line.style()) {
            case NORMAL -> placed;
            case BOLD -> placed.bold(true);
            case LARGE -> placed.size(2, 2);
        };
    }
}
