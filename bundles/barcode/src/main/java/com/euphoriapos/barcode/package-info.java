/**
 * What a scanned or typed code means: trade item numbers (GTIN) in every printed form, GS1 application identifiers,
 * Digital
 * Link addresses, and codes with a price or weight inside.
 *
 * <p>Pure functions on text, without clock, files or threads of their own; any thread may call them. {@link
 * com.euphoriapos.barcode.Barcodes#read(String)} is the entrance, {@link com.euphoriapos.barcode.Gtin} the stored form.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.barcode;
