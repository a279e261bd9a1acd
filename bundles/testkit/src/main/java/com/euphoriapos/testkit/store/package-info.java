/** What every store must keep, and the sales and products to try it with. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.testkit.store;
