/** Tests of the commands. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.shell;
