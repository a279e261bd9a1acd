/** Doubles for tests of presenters: everything runs at once, or step by step, in the test thread. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.present.testing;
