/** The cloud's door over HTTP/1.1, with bounded answers, time-outs, and nothing that outlives it. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.cloud.http;
