/** Runs the health checks and keeps their last results. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.health;
