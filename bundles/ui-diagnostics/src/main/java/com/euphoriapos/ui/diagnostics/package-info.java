/** Support screens. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.diagnostics;
