/** The lane's side of the cloud against the real one. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.cloud.engine;
