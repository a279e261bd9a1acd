/**
 * The look and the hands of the register. {@code theme}: colours, type, scale, light and dark. {@code icon}: the icons.
 * {@code widget}: building blocks of screens. {@code present}: threads, presenters, the {@code Screen} extension point.
 * {@code input}: the one input router for scans and keys. {@code sound}: the tones. {@code watch}: the event-thread
 * watchdog. This package itself holds no types.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.kit;
