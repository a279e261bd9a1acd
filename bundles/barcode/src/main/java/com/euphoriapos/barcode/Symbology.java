package com.euphoriapos.barcode;

/** The kind of printed symbol a scan came from, as far as the scanner said. Thread-safe: an enum. */
public enum Symbology {
    /** The scanner did not say, or the code was typed. */
    UNKNOWN("code", Family.OTHER),
    UPC_A("UPC-A", Family.RETAIL),
    UPC_E("UPC-E", Family.RETAIL),
    EAN_8("EAN-8", Family.RETAIL),
    EAN_13("EAN-13", Family.RETAIL),
    /** One of UPC-A, UPC-E, EAN-13: AIM identifier E0 does not tell them apart. */
    EAN_UPC("EAN/UPC", Family.RETAIL),
    /** An EAN/UPC symbol together with its 2- or 5-digit add-on. */
    EAN_UPC_WITH_ADD_ON("EAN/UPC with add-on", Family.RETAIL),
    /** Only the 2- or 5-digit add-on was read; the main symbol was missed. */
    ADD_ON_ONLY("EAN/UPC add-on", Family.RETAIL),
    ITF_14("ITF-14", Family.ITF),
    CODE_128("Code 128", Family.OTHER),
    GS1_128("GS1-128", Family.GS1),
    GS1_DATABAR("GS1 DataBar", Family.GS1),
    GS1_DATAMATRIX("GS1 DataMatrix", Family.GS1),
    GS1_QR("GS1 QR", Family.GS1),
    GS1_DOTCODE("GS1 DotCode", Family.GS1),
    DATAMATRIX("Data Matrix", Family.OTHER),
    QR("QR Code", Family.OTHER),
    CODE_39("Code 39", Family.OTHER),
    CODE_93("Code 93", Family.OTHER),
    CODABAR("Codabar", Family.OTHER),
    PDF417("PDF417", Family.OTHER),
    AZTEC("Aztec", Family.OTHER),
    MAXICODE("MaxiCode", Family.OTHER);

    /** How the data of a symbol is to be understood. */
    enum Family {
        RETAIL,
        ITF,
        GS1,
        OTHER
    }

    private final String label;
    private final Family family;

    Symbology(String label, Family family) {
        this.label = label;
        this.family = family;
    }

    /** The name a person knows it by, such as {@code UPC-A}. */
    public String label() {
        return label;
    }

    /** Whether its data is a string of GS1 application identifiers. */
    public boolean carriesApplicationIdentifiers() {
        return family == Family.GS1;
    }

    Family family() {
        return family;
    }
}
