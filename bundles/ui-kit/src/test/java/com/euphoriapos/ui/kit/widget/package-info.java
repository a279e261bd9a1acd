/** Tests. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.kit.widget;
