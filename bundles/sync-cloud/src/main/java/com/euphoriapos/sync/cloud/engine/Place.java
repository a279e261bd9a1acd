package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.sync.cloud.http.Address;

/**
 * Where this lane is enrolled.
 *
 * @param token secret
 * @param node this lane's identity
 * @param storeName what the cloud calls the store
 */
record Place(Address address, String token, String node, String storeName) {
    /** Without the token. */
    @Override
    public String toString() {
        return "Place[" + address + "]";
    }
}
