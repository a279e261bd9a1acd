/** The tones a cashier works by: short, synthesised, on a thread of their own, silent where no audio line exists. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.sound;
