/**
 * Products: look-up by code, search, and the import of price books. An import is staged in the database, committed in one
 * moment and then applied in slices, so that it is kept whole or not at all and never holds up a sale.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.catalog;
