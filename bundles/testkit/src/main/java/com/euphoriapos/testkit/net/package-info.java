/** Networks that misbehave, for tests. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.testkit.net;
