/** Who may call a use case: asked by every use case that reads or changes business data. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.access;
