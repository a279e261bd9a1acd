/** Reads and writes small JSON texts with Jackson's streaming parser. Pure; on any thread. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.json;
