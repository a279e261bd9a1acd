package com.euphoriapos.secrets.keychain;

import com.euphoriapos.secrets.keychain.KeychainException.Kind;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.errors.Error;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.Variant;

/** Calls of the Secret Service over the session bus, each with a time limit and a reason when it fails. For one thread. */
final class BusCalls {
    /** The well-known name of the service. */
    static final String SERVICE = "org.freedesktop.secrets";

    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final Map<String, Kind> KINDS = Map.of(
            "org.freedesktop.Secret.Error.IsLocked", Kind.LOCKED,
            "org.gnome.keyring.Error.Denied", Kind.LOCKED,
            "org.freedesktop.DBus.Error.ServiceUnknown", Kind.ABSENT,
            "org.freedesktop.DBus.Error.NameHasNoOwner", Kind.ABSENT,
            "org.freedesktop.DBus.Error.Disconnected", Kind.ABSENT);

    private final DBusConnection connection;
    private final long timeoutMillis;

    BusCalls(DBusConnection connection, long timeoutMillis) {
        this.connection = connection;
        this.timeoutMillis = timeoutMillis;
    }

    /** A method of an object of the service, with arguments that are strings, object paths or what the signature says. */
    List<Object> call(Target target, String signature, Object... arguments) throws KeychainException {
        Message reply;
        try {
            MethodCall call = new MethodCall(
                    SERVICE, target.path(), target.type(), target.method(), (byte) 0, signature, arguments);
            connection.sendMessage(call);
            reply = call.getReply(timeoutMillis);
            if (reply == null) {
                throw new KeychainException(
                        Kind.FAILED, "the keychain does not answer within " + timeoutMillis + " ms", null);
            }
            if (reply instanceof Error) {
                Kind kind = KINDS.getOrDefault(reply.getName(), unknown(reply.getName()));
                throw new KeychainException(kind, words(kind, reply.getName()), null);
            }
            Object[] parameters = reply.getParameters();
            return parameters == null ? List.of() : List.of(parameters);
        } catch (DBusException | RuntimeException e) {
            throw new KeychainException(
                    Kind.FAILED, "the session bus failed: " + e.getClass().getSimpleName(), e);
        }
    }

    /** A property of an object of the service. */
    Object property(String path, String type, String name) throws KeychainException {
        Object value = first(call(new Target(path, PROPERTIES, "Get"), "ss", type, name));
        return value instanceof Variant<?> variant ? variant.getValue() : value;
    }

    static Object first(List<Object> reply) throws KeychainException {
        if (reply.isEmpty()) {
            throw new KeychainException(Kind.FAILED, "the keychain gave an empty answer", null);
        }
        return reply.get(0);
    }

    private static Kind unknown(String error) {
        return error.startsWith("org.freedesktop.DBus.Error.Spawn") ? Kind.ABSENT : Kind.FAILED;
    }

    private static String words(Kind kind, String error) {
        return switch (kind) {
            case LOCKED -> "the keychain is locked";
            case ABSENT -> "no keychain is running in this session";
            case FAILED -> "the keychain refused: " + error;
        };
    }

    /** A method of an object. */
    record Target(String path, String type, String method) {}
}
