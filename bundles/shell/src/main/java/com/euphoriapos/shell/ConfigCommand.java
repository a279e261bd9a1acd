package com.euphoriapos.shell;

import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.api.settings.PosConfig.Key;
import com.euphoriapos.api.settings.PosConfig.SetResult;
import com.euphoriapos.api.settings.PosConfig.Type;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:config}: the settings of the store. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=config"})
public final class ConfigCommand extends Command {
    private final Services services;

    @Activate
    public ConfigCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:config [KEY [VALUE]]  the store's settings, one of them, or sets one; lines are separated by ;";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of(), Set.of());
        if (given.plain(2).isPresent()) {
            throw new CommandException("put a value of several words in quotes");
        }
        if (given.plain(0).isEmpty()) {
            List<Key> keys = services.useAsConsole(PosConfig.class, PosConfig::keys);
            keys.forEach(key -> print(key, output));
            return;
        }
        Key key = declared(given.required(0, "which setting"));
        if (given.plain(1).isPresent()) {
            set(key, given.required(1, "a value"));
        }
        print(key, output);
    }

    private Key declared(String name) {
        return services.useAsConsole(PosConfig.class, PosConfig::keys).stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new CommandException("there is no setting \"" + name + "\"; pos:config lists them all"));
    }

    private void set(Key key, String typed) {
        String value = key.type() == Type.LINES ? typed.replace(';', '\n') : typed;
        SetResult result = services.useAsConsole(PosConfig.class, config -> config.setConfig(key.name(), value));
        if (result instanceof SetResult.Invalid invalid) {
            throw new CommandException(invalid.reason());
        }
        if (result instanceof SetResult.Forbidden forbidden) {
            throw new CommandException(forbidden.reason());
        }
        if (result instanceof SetResult.Unavailable unavailable) {
            throw new CommandException(unavailable.reason());
        }
    }

    private void print(Key key, Output output) {
        String value = services.useAsConsole(PosConfig.class, config -> config.getConfig(key.name()));
        output.row(
                key.name() + " = " + value.replace('\n', ';') + "  (" + key.title() + ")",
                Output.fields(
                        "key", key.name(),
                        "value", value,
                        "title", key.title(),
                        "description", key.description(),
                        "type", key.type(),
                        "choices", key.choices()));
    }
}
