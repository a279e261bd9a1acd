/** Reaches inside the cloud's gateway for the benchmarks. */
@NullMarked
package com.euphoriapos.cloud.gateway;

import org.jspecify.annotations.NullMarked;
