/** The protocol with the cloud, played. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.cloud.protocol;
