package com.euphoriapos.device.scanner.serial;

import com.euphoriapos.barcode.Barcodes;
import com.euphoriapos.barcode.Symbology;
import com.euphoriapos.device.javapos.DecodedScan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jpos.ScannerConst;

/** Tells label and type of a scan: from its AIM identifier where the scanner sends one, else from length and check digit. */
final class ScanTypes {
    private static final int AIM_LENGTH = 3;

    private ScanTypes() {}

    static DecodedScan decode(byte[] data) {
        boolean aim = data.length > AIM_LENGTH && data[0] == ']' && Character.isLetter(data[1] & 0xff);
        byte[] label = aim ? Arrays.copyOfRange(data, AIM_LENGTH, data.length) : data.clone();
        Symbology symbology =
                Barcodes.read(new String(data, StandardCharsets.ISO_8859_1)).symbology();
        return new DecodedScan(label, type(symbology, label.length));
    }

    private static int type(Symbology symbology, int length) {
        return switch (symbology) {
            case UPC_A -> ScannerConst.SCAN_SDT_UPCA;
            case UPC_E -> ScannerConst.SCAN_SDT_UPCE;
            case EAN_8 -> ScannerConst.SCAN_SDT_EAN8;
            case EAN_13 -> ScannerConst.SCAN_SDT_EAN13;
            case EAN_UPC -> retail(length);
            case EAN_UPC_WITH_ADD_ON -> ScannerConst.SCAN_SDT_EAN13_S;
            case ITF_14 -> ScannerConst.SCAN_SDT_ITF;
            case CODE_128 -> ScannerConst.SCAN_SDT_Code128;
            case GS1_128 -> ScannerConst.SCAN_SDT_GS1128;
            case GS1_DATABAR -> ScannerConst.SCAN_SDT_GS1DATABAR;
            case GS1_DATAMATRIX -> ScannerConst.SCAN_SDT_GS1DATAMATRIX;
            case GS1_QR -> ScannerConst.SCAN_SDT_GS1QRCODE;
            case DATAMATRIX -> ScannerConst.SCAN_SDT_DATAMATRIX;
            case QR -> ScannerConst.SCAN_SDT_QRCODE;
            case CODE_39 -> ScannerConst.SCAN_SDT_Code39;
            case CODE_93 -> ScannerConst.SCAN_SDT_Code93;
            case CODABAR -> ScannerConst.SCAN_SDT_Codabar;
            case PDF417 -> ScannerConst.SCAN_SDT_PDF417;
            case AZTEC -> ScannerConst.SCAN_SDT_AZTEC;
            case MAXICODE -> ScannerConst.SCAN_SDT_MAXICODE;
            default -> ScannerConst.SCAN_SDT_UNKNOWN;
        };
    }

    /** The identifier says "one of the retail family"; the length says which. */
    private static int retail(int length) {
        return switch (length) {
            case 6, 7 -> ScannerConst.SCAN_SDT_UPCE;
            case 8 -> ScannerConst.SCAN_SDT_EAN8;
            case 12 -> ScannerConst.SCAN_SDT_UPCA;
            default -> ScannerConst.SCAN_SDT_EAN13;
        };
    }
}
