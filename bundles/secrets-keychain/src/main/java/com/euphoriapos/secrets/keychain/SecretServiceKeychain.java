package com.euphoriapos.secrets.keychain;

import com.euphoriapos.secrets.keychain.BusCalls.Target;
import com.euphoriapos.secrets.keychain.KeychainException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Secret;
import org.freedesktop.secret.TransportEncryption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Secret Service of a Linux desktop: GNOME Keyring, KWallet, KeePassXC. A visit is a connection of its own, because the one
 * that the library's simple interface shares for good never comes back once the bus is gone. Nothing here unlocks or prompts: a
 * password box in front of the till is nobody's wish. Secrets cross the bus encrypted.
 */
final class SecretServiceKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SecretServiceKeychain.class);
    private static final String ROOT = "/org/freedesktop/secrets";
    private static final String NOTHING = "/";
    private static final String TYPE = "org.freedesktop.Secret.";
    private static final String ITEM = TYPE + "Item";
    private static final String COLLECTION = TYPE + "Collection";
    private static final String SCHEMA = "com.euphoriapos.Secret";
    private static final int SECRET_PARAMETERS = 1;
    private static final int SECRET_VALUE = 2;

    private final Optional<String> address;
    private final String homeId;
    private final long timeoutMillis;

    /** @param address of the session bus, such as {@code unix:path=/run/user/1000/bus}; empty where there is none */
    SecretServiceKeychain(Optional<String> address, String homeId, long timeoutMillis) {
        this.address = address;
        this.homeId = homeId;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public Visit open() throws KeychainException {
        String bus =
                address.orElseThrow(() -> new KeychainException(Kind.ABSENT, "this session has no message bus", null));
        MethodCall.setDefaultTimeout(timeoutMillis);
        DBusConnection connection;
        try {
            connection = DBusConnectionBuilder.forAddress(bus).withShared(false).build();
        } catch (DBusException | RuntimeException e) {
            throw new KeychainException(Kind.ABSENT, "the message bus of this session can't be reached", e);
        }
        BusVisit visit = null;
        try {
            visit = new BusVisit(connection);
            return visit;
        } finally {
            // Whatever went wrong: a connection that nobody closes stays for ever.
            if (visit == null) {
                close(connection);
            }
        }
    }

    private static void close(DBusConnection connection) {
        try {
            connection.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The connection to the session bus did not close", e);
        }
    }

    private final class BusVisit implements Visit {
        private final DBusConnection connection;
        private final BusCalls bus;
        private final TransportEncryption transport;
        private final String collection;

        BusVisit(DBusConnection connection) throws KeychainException {
            this.connection = connection;
            this.bus = new BusCalls(connection, timeoutMillis);
            this.collection =
                    path(BusCalls.first(bus.call(new Target(ROOT, TYPE + "Service", "ReadAlias"), "s", "default")));
            if (collection.equals(NOTHING)) {
                throw new KeychainException(Kind.ABSENT, "the keychain of this user was never set up", null);
            }
            if (!Boolean.FALSE.equals(bus.property(collection, COLLECTION, "Locked"))) {
                throw new KeychainException(Kind.LOCKED, "the keychain is locked", null);
            }
            this.transport = new TransportEncryption(connection);
            try {
                transport.initialize();
                if (!transport.openSession()) {
                    throw new KeychainException(Kind.FAILED, "the keychain opens no encrypted session", null);
                }
                transport.generateSessionKey();
            } catch (GeneralSecurityException | DBusException e) {
                throw new KeychainException(Kind.FAILED, "the keychain opens no encrypted session", e);
            }
        }

        @Override
        public Optional<byte[]> get(String name) throws KeychainException {
            List<String> items = items(name);
            if (items.isEmpty()) {
                return Optional.empty();
            }
            ObjectPath session = transport.getService().getSession().getPath();
            Object reply = BusCalls.first(bus.call(new Target(items.get(0), ITEM, "GetSecret"), "o", session));
            if (!(reply instanceof Object[] parts) || parts.length <= SECRET_VALUE) {
                throw new KeychainException(Kind.FAILED, "the keychain gave an unreadable secret", null);
            }
            Secret secret = new Secret(session, bytes(parts[SECRET_PARAMETERS]), bytes(parts[SECRET_VALUE]));
            try {
                return Optional.of(decoded(transport.decrypt(secret)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new KeychainException(Kind.FAILED, "the keychain gave an unreadable secret", e);
            }
        }

        @Override
        public void put(String name, byte[] secret) throws KeychainException {
            byte[] text = Base64.getEncoder().encode(secret);
            try (Secret encrypted = transport.encrypt(text, StandardCharsets.UTF_8)) {
                Map<String, Variant<?>> properties = Map.of(
                        ITEM + ".Label", new Variant<>("Euphoria POS: " + name),
                        ITEM + ".Attributes", new Variant<>(attributes(name), "a{ss}"));
                List<Object> made = bus.call(
                        new Target(collection, COLLECTION, "CreateItem"),
                        "a{sv}(oayays)b",
                        properties,
                        encrypted,
                        Boolean.TRUE);
                if (path(BusCalls.first(made)).equals(NOTHING)) {
                    throw new KeychainException(Kind.LOCKED, "the keychain wants to ask somebody first", null);
                }
            } catch (GeneralSecurityException e) {
                throw new KeychainException(Kind.FAILED, "the secret can't be encrypted for the keychain", e);
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        }

        @Override
        public void remove(String name) throws KeychainException {
            for (String item : items(name)) {
                bus.call(new Target(item, ITEM, "Delete"), "");
            }
        }

        @Override
        public void close() {
            transport.clear();
            SecretServiceKeychain.close(connection);
        }

        private List<String> items(String name) throws KeychainException {
            List<Object> found = bus.call(new Target(ROOT, TYPE + "Service", "SearchItems"), "a{ss}", attributes(name));
            List<String> open = paths(BusCalls.first(found));
            if (open.isEmpty() && found.size() > 1 && !paths(found.get(1)).isEmpty()) {
                throw new KeychainException(Kind.LOCKED, "the keychain is locked", null);
            }
            return open;
        }
    }

    /** What finds a secret: the home by its random id, so that two homes of one user share nothing. */
    private Map<String, String> attributes(String name) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("xdg:schema", SCHEMA);
        attributes.put("home", homeId);
        attributes.put("name", name);
        return attributes;
    }

    private static List<String> paths(Object reply) {
        return reply instanceof List<?> list
                ? list.stream().map(SecretServiceKeychain::path).toList()
                : List.of();
    }

    private static String path(Object reply) {
        return reply instanceof DBusPath path ? path.getPath() : String.valueOf(reply);
    }

    private static byte[] bytes(Object array) {
        if (array instanceof byte[] bytes) {
            return bytes;
        }
        List<?> list = (List<?>) array;
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) list.get(i);
        }
        return bytes;
    }

    private static byte[] decoded(char[] text) {
        byte[] ascii = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            ascii[i] = (byte) text[i];
        }
        try {
            return Base64.getDecoder().decode(ascii);
        } finally {
            Arrays.fill(text, '\0');
            Arrays.fill(ascii, (byte) 0);
        }
    }
}
