/** The session of benchmarks. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.session;
