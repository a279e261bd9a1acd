/** Reaches inside the lane's side of the cloud. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.cloud.engine;
