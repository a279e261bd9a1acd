/** Pictures and keys of the back office's screens. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.manager.swing;
