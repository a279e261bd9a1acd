/** The drawer outside of sales. Implements the till of the api; any thread but the event thread. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.till;
