/** What presenters and screens are written against: threads, views, the screen extension point, messages and number formats. Presenters need no Swing. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.present;
