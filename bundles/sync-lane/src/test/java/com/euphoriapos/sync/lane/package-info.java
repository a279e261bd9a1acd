/** Tests of links between lanes, on 127.0.0.1. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.lane;
