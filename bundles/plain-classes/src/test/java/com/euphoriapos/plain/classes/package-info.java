/** Tests of the rewriting. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.plain.classes;
