/** Tests of the line to the cloud. */
@NullMarked
package com.euphoriapos.sync.cloud.http;

import org.jspecify.annotations.NullMarked;
