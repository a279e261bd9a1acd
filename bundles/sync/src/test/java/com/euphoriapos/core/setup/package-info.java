/** For tests of the replication: how a lane gets the past of its store. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.setup;
