/** The people of the store: who may change whom, and the trace that each change leaves. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.employee;
