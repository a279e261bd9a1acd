/** Values and pure rules of the sale: money, quantities, the transaction and its lines, pricing, tax, tender. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.domain;
