/** A lane without a store: the use cases in memory, for presenter tests and for looking at the screens. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.register.testing;
