/**
 * Commands for people and scripts. Each command is a Gogo function of the scope {@code pos} or {@code dev}; with
 * {@code --shell} they are read from standard input, one a line.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.shell;
