/** The building blocks of all screens: buttons with key caps, keypad, amounts, chips, cards, messages, fields, tables. Event thread only. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.widget;
