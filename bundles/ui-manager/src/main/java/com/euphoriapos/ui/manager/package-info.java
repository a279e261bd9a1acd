/** Back office screens. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.manager;
