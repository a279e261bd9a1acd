/** First start, demo store and recovery of the secrets. Implements the set-up of the api. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.setup;
