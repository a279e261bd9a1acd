package com.euphoriapos.sync.protocol;

/**
 * Who a replica is.
 *
 * @param node identity of the lane
 * @param instance random name of this process
 * @param epoch the present epoch of its own stream
 */
public record Identity(String node, String instance, String epoch) {}
