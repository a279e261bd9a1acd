/** The window itself: passive Swing views of the shell's presenters, and the component that brings them up. Event thread only. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.shell.swing;
