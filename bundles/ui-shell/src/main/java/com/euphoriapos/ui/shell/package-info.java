/** Frame, navigation, sign-in, set-up wizard and lane bar. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.shell;
