/** Tests of the icons. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.kit.icon;
