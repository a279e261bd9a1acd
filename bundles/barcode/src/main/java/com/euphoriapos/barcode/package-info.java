/** GTIN, UPC-E, ITF-14, AIM identifiers, GS1 application identifiers: pure. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.barcode;
