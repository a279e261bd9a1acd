/** Who is signed in, by PIN, with a lockout of the lane. Implements the session of the api. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.session;
