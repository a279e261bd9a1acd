package com.euphoriapos.secrets.keychain;

import com.euphoriapos.secrets.keychain.KeychainException.Kind;
import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credential store of Windows and the keychain of macOS. Their library does not tell a secret that is not there from one that
 * can't be read, so each visit first reads, or makes, an entry without a secret: when that works, what is missing is missing.
 */
final class SystemKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
    private static final String MARK = "home";

    private final String service;

    SystemKeychain(String homeId) {
        this.service = "Euphoria POS " + homeId;
    }

    @Override
    public Visit open() throws KeychainException {
        Keyring keyring;
        try {
            keyring = Keyring.create();
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            throw new KeychainException(Kind.ABSENT, "this system has no keychain that can be used", e);
        }
        SystemVisit visit = new SystemVisit(keyring);
        try {
            visit.knock();
            return visit;
        } catch (PasswordAccessException | RuntimeException | LinkageError e) {
            visit.close();
            throw new KeychainException(Kind.LOCKED, "the keychain refuses this program", e);
        }
    }

    private final class SystemVisit implements Visit {
        private final Keyring keyring;

        SystemVisit(Keyring keyring) {
            this.keyring = keyring;
        }

        void knock() throws PasswordAccessException {
            if (read(MARK).isEmpty()) {
                keyring.setPassword(service, MARK, MARK);
                keyring.getPassword(service, MARK);
            }
        }

        private Optional<String> read(String name) {
            try {
                return Optional.ofNullable(keyring.getPassword(service, name));
            } catch (PasswordAccessException notThere) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<byte[]> get(String name) throws KeychainException {
            try {
                return read(name).map(Base64.getDecoder()::decode);
            } catch (IllegalArgumentException e) {
                throw new KeychainException(Kind.FAILED, "the keychain gave an unreadable secret", e);
            }
        }

        @Override
        public void put(String name, byte[] secret) throws KeychainException {
            try {
                keyring.setPassword(service, name, Base64.getEncoder().encodeToString(secret));
            } catch (PasswordAccessException | RuntimeException e) {
                throw new KeychainException(Kind.FAILED, "the keychain keeps nothing", e);
            }
        }

        @Override
        public void remove(String name) throws KeychainException {
            if (read(name).isPresent()) {
                try {
                    keyring.deletePassword(service, name);
                } catch (PasswordAccessException | RuntimeException e) {
                    throw new KeychainException(Kind.FAILED, "the keychain removes nothing", e);
                }
            }
        }

        @Override
        public void close() {
            try {
                keyring.close();
            } catch (Exception e) {
                // The library declares no narrower type.
                LOG.debug("The keychain did not close", e);
            }
        }
    }
}
