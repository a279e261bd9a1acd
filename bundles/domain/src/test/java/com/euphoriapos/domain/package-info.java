/** Tests of the values and pure rules. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.domain;
