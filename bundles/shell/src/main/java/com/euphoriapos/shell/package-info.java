/** Commands for people and scripts. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.shell;
