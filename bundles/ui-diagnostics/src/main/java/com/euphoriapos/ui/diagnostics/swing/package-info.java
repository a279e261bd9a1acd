/** Passive Swing views of the support pages. Event thread only. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.diagnostics.swing;
