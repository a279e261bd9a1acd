package com.euphoriapos.secrets.keychain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the message bus of the session of this process. */
final class SessionBus {
    private SessionBus() {}

    /** The address that is set, else that of the environment, else the usual place of the user's bus; empty where none is. */
    static Optional<String> address(String setting, Map<String, String> environment) {
        if (!setting.isBlank()) {
            return Optional.of(setting.strip());
        }
        for (String each :
                environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").split(";")) {
            if (!each.isBlank()) {
                return Optional.of(each.strip());
            }
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (runtime.isBlank()) {
            return Optional.empty();
        }
        Path usual = Path.of(runtime, "bus");
        return Files.exists(usual) ? Optional.of("unix:path=" + usual) : Optional.empty();
    }
}
