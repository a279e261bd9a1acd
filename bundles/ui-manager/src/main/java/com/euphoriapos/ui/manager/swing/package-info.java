/** Passive Swing views of the back office. Event thread only. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.manager.swing;
