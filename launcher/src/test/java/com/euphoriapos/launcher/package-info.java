/** Container and process tests: the real distribution, a temporary home. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.launcher;
