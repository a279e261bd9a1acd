/** The line to the cloud as part of the lane: threads, store, secrets, status. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.cloud.engine;
