/** The one input router: scans before focus, in order, none lost; and the key map that key caps are read from. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.input;
