/** A real PostgreSQL for tests, out of the build's registry. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.testkit.postgres;
