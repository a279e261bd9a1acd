package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.javapos.PrintItem;
import com.euphoriapos.device.javapos.PrintJob;
import com.euphoriapos.device.javapos.TextStyle;
import com.euphoriapos.device.printer.escpos.encoder.CodePage;
import com.euphoriapos.device.printer.escpos.encoder.EscPosWriter;
import com.euphoriapos.device.printer.escpos.encoder.EscPosWriter.Alignment;
import com.euphoriapos.device.printer.escpos.encoder.EscPosWriter.BarcodeText;
import com.euphoriapos.device.printer.escpos.encoder.FontStyle;
import com.euphoriapos.device.printer.escpos.encoder.PrinterProfile;
import java.util.ArrayList;
import java.util.List;
import jpos.POSPrinterConst;

/** Encodes what JavaPOS asks to print. Immutable. */
final class JobEncoder {
    private static final int QR_MODULE_DOTS_MAX = 8;
    /** A QR code of a receipt's address has about this many modules with its quiet zone. */
    private static final int QR_MODULES = 45;

    private final PrinterProfile profile;
    private final CodePage usual;

    JobEncoder(PrinterProfile profile, CodePage usual) {
        profile.table(usual);
        this.profile = profile;
        this.usual = usual;
    }

    /** The job as pieces of whole commands, one for each line or so, between which sending can stop. */
    List<byte[]> encode(PrintJob job) {
        CodePage page = CodePage.numbered(String.valueOf(job.characterSet())).orElse(usual);
        EscPosWriter writer = new EscPosWriter(profile, page).initialize();
        List<byte[]> pieces = new ArrayList<>();
        for (PrintItem item : job.items()) {
            write(writer, item, pieces);
        }
        writer.style(FontStyle.NORMAL);
        if (!writer.atLineStart()) {
            writer.newLine();
        }
        take(writer, pieces);
        return List.copyOf(pieces);
    }

    private void write(EscPosWriter writer, PrintItem item, List<byte[]> pieces) {
        if (item instanceof PrintItem.Text text) {
            writeText(writer, text, pieces);
        } else if (item instanceof PrintItem.FeedLines feed && feed.lines() > 0) {
            endLine(writer);
            writer.feed(Math.min(255, feed.lines()));
        } else if (item instanceof PrintItem.FeedDots feed && feed.dots() > 0) {
            endLine(writer);
            writer.feedDots(feed.dots());
        } else if (item instanceof PrintItem.Cut cut) {
            endLine(writer);
            if (cut.feedFirst()) {
                writer.cut();
            } else {
                writer.cutHere();
            }
        } else if (item instanceof PrintItem.Barcode barcode) {
            writeBarcode(writer, barcode);
        } else if (item instanceof PrintItem.Raw raw) {
            writer.raw(raw.bytes());
        }
        take(writer, pieces);
    }

    private static void writeText(EscPosWriter writer, PrintItem.Text text, List<byte[]> pieces) {
        String rest = text.text();
        while (!rest.isEmpty()) {
            if (writer.atLineStart()) {
                writer.align(alignment(text.style()));
            }
            writer.style(style(text.style()));
            int end = rest.indexOf('\n');
            if (end < 0) {
                writer.text(rest);
                return;
            }
            String line = rest.substring(0, end);
            if (writer.atLineStart()) {
                writer.line(line);
            } else {
                writer.text(line).newLine();
            }
            take(writer, pieces);
            rest = rest.substring(end + 1);
        }
    }

    private void writeBarcode(EscPosWriter writer, PrintItem.Barcode barcode) {
        endLine(writer);
        writer.align(
                switch (barcode.align()) {
                    case POSPrinterConst.PTR_BC_CENTER -> Alignment.CENTER;
                    case POSPrinterConst.PTR_BC_RIGHT -> Alignment.RIGHT;
                    default -> Alignment.LEFT;
                });
        writer.style(FontStyle.NORMAL);
        if (barcode.symbology() == POSPrinterConst.PTR_BCS_QRCODE) {
            int width = Math.min(barcode.width(), profile.dotsPerLine());
            writer.qr(barcode.data(), Math.max(3, Math.min(QR_MODULE_DOTS_MAX, width / QR_MODULES)));
        } else {
            writer.code128(
                    barcode.data(),
                    barcode.height(),
                    switch (barcode.textPosition()) {
                        case POSPrinterConst.PTR_BC_TEXT_ABOVE -> BarcodeText.ABOVE;
                        case POSPrinterConst.PTR_BC_TEXT_BELOW -> BarcodeText.BELOW;
                        default -> BarcodeText.NONE;
                    });
        }
    }

    private static void endLine(EscPosWriter writer) {
        if (!writer.atLineStart()) {
            writer.newLine();
        }
    }

    private static void take(EscPosWriter writer, List<byte[]> pieces) {
        byte[] piece = writer.take();
        if (piece.length > 0) {
            pieces.add(piece);
        }
    }

    private static Alignment alignment(TextStyle style) {
        return switch (style.align()) {
            case LEFT -> Alignment.LEFT;
            case CENTER -> Alignment.CENTER;
            case RIGHT -> Alignment.RIGHT;
        };
    }

    /** Italic, struck-through text and other typefaces are beyond these printers; the words matter, not the looks. */
    private static FontStyle style(TextStyle style) {
        return new FontStyle(style.bold(), style.underline(), style.reverse(), style.wide(), style.high());
    }
}
