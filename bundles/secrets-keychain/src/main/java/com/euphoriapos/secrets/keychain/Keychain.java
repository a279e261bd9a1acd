package com.euphoriapos.secrets.keychain;

import java.util.Optional;

/** The keychain of the operating system, seen by one home. Calls may take seconds or hang: on the keychain's own thread only. */
interface Keychain {
    /** Opens it, without ever asking the person at the screen. */
    Visit open() throws KeychainException;

    /** An open keychain. For one thread. */
    interface Visit extends AutoCloseable {
        /** The secret of that name, empty when this home has none of it here. */
        Optional<byte[]> get(String name) throws KeychainException;

        /** Keeps a secret in place of an older one. */
        void put(String name, byte[] secret) throws KeychainException;

        /** Forgets a secret. */
        void remove(String name) throws KeychainException;

        @Override
        void close();
    }
}
