/** The icons of the register: named outline and filled shapes, coloured by the theme when they are painted. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.icon;
