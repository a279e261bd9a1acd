/** What the lane takes from its cloud, and who may drive the line to it. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.cloud;
