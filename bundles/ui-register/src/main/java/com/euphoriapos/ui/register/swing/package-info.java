/** The pictures of the register's screens: passive views in Swing, and the components that offer them as screens. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.register.swing;
