/** Shows every widget in every state, to be looked at; started by hand. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.kit.gallery;
