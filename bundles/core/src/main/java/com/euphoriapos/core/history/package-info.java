/** Past sales: today's list, search, totals. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.history;
