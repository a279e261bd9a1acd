package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptText;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;

/** Writes a receipt to a JavaPOS printer, with the standard's escape sequences. */
final class ReceiptWriter {
    private static final String ESC = "\u001b|";
    private static final int BARCODE_HIGH = 80;
    private static final int BARCODE_WIDE = 400;
    private static final int QR_SIZE = 240;

    private final POSPrinter printer;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    ReceiptWriter(POSPrinter printer, int columns) {
        this.printer = printer;
        this.columns = columns;
    }

    void write(ReceiptDocument document) throws JposException {
        for (ReceiptText.Line line : ReceiptText.layout(document, columns)) {
            if (line.source() instanceof Barcode barcode) {
                flush();
                print(barcode);
            } else if (line.source() instanceof Cut) {
                cut();
            } else {
                add(line);
            }
        }
        flush();
    }

    private void add(ReceiptText.Line line) {
        if (line.style() == Style.BOLD) {
            text.append(ESC).append("bC");
        } else if (line.style() == Style.LARGE) {
            text.append(ESC).append("4C");
        }
        if (line.align() != Align.LEFT) {
            text.append(ESC).append(line.align() == Align.CENTER ? "cA" : "rA");
        }
        text.append(printable(line.text())).append('\n');
        if (line.style() != Style.NORMAL || line.align() != Align.LEFT) {
            text.append(ESC).append('N');
        }
    }

    /** A product's name must not be able to speak to the printer. */
    private static String printable(String line) {
        return line.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void cut() throws JposException {
        if (printer.getCapRecPapercut()) {
            text.append(ESC).append("fP");
        } else {
            text.append("\n".repeat(Math.max(1, printer.getRecLinesToPaperCut())));
        }
    }

    private void print(Barcode barcode) throws JposException {
        boolean qr = barcode.symbology() == Symbology.QR;
        try {
            printer.printBarCode(
                    POSPrinterConst.PTR_S_RECEIPT,
                    barcode.data(),
                    qr ? POSPrinterConst.PTR_BCS_QRCODE : POSPrinterConst.PTR_BCS_Code128,
                    qr ? QR_SIZE : BARCODE_HIGH,
                    Math.min(qr ? QR_SIZE : BARCODE_WIDE, printer.getRecLineWidth()),
                    POSPrinterConst.PTR_BC_CENTER,
                    qr ? POSPrinterConst.PTR_BC_TEXT_NONE : POSPrinterConst.PTR_BC_TEXT_BELOW);
        } catch (JposException e) {
            if (e.getErrorCode() != JposConst.JPOS_E_ILLEGAL) {
                throw e;
            }
            // This printer can't draw it, but the number can still be typed in.
            text.append(ESC).append("cA[").append(printable(barcode.data())).append("]\n");
            text.append(ESC).append('N');
        }
    }

    private void flush() throws JposException {
        if (text.length() > 0) {
            printer.printNormal(POSPrinterConst.PTR_S_RECEIPT, text.toString());
            text.setLength(0);
        }
    }
}
