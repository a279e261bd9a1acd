/** Sale, tender, picker and history screens. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.register;
