/** The lane bar's items gathered from all sources, and the item of the store itself. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.status;
