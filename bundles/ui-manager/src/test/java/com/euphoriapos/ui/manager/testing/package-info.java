/** A store's people in memory, for tests of the back office. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.manager.testing;
