package com.euphoriapos.device.printer.escpos.encoder;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.device.api.ReceiptText.Line;
import com.euphoriapos.device.printer.escpos.encoder.EscPosWriter.Alignment;

/** Encodes a whole receipt for one printer. Immutable. */
public final class ReceiptEncoder {
    private static final int BARCODE_HEIGHT_DOTS = 64;
    private static final int QR_MODULE_DOTS = 5;

    private final PrinterProfile profile;
    private final CodePage page;

    /** @throws IllegalArgumentException when the printer lacks the code page */
    public ReceiptEncoder(PrinterProfile profile, CodePage page) {
        profile.table(page);
        this.profile = profile;
        this.page = page;
    }

    /** The bytes of a receipt, from the reset to its last element. */
    public byte[] encode(ReceiptDocument document) {
        EscPosWriter writer = new EscPosWriter(profile, page).initialize();
        for (Line line : ReceiptText.layout(document, profile.columns())) {
            write(writer, line);
        }
        return writer.style(TextStyle.NORMAL).toByteArray();
    }

    private static void write(EscPosWriter writer, Line line) {
        if (line.source() instanceof Cut) {
            writer.style(TextStyle.NORMAL).align(Alignment.LEFT).cut();
        } else if (line.source() instanceof Barcode barcode) {
            writer.style(TextStyle.NORMAL).align(Alignment.CENTER);
            if (barcode.symbology() == Symbology.QR) {
                writer.qr(barcode.data(), QR_MODULE_DOTS);
            } else {
                writer.code128(barcode.data(), BARCODE_HEIGHT_DOTS);
            }
        } else {
            writer.align(alignment(line.align())).style(style(line.style())).line(line.text());
        }
    }

    private static TextStyle style(Style style) {
        return switch (style) {
            case NORMAL -> TextStyle.NORMAL;
            case BOLD -> TextStyle.NORMAL.withBold(true);
            case LARGE -> TextStyle.NORMAL.withSize(2, 2);
        };
    }

    private static Alignment alignment(Align align) {
        return switch (align) {
            case LEFT -> Alignment.LEFT;
            case CENTER -> Alignment.CENTER;
            case RIGHT -> Alignment.RIGHT;
        };
    }
}
