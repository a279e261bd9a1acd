/** Colours, type, scale and theme. {@link com.euphoriapos.ui.kit.theme.Look#install} is called once before the first window; all else on the event thread. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.theme;
