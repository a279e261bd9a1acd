/** Tests of the rewriting. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.tools.plain;
