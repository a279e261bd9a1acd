/** A real keychain for tests. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.testkit.keychain;
