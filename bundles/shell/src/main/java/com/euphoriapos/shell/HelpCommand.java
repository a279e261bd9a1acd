package com.euphoriapos.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code pos:commands}: what there is; {@code help} on standard input is the same. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=commands"})
public final class HelpCommand extends Command {
    private final List<Function> functions = new CopyOnWriteArrayList<>();

    @Activate
    public HelpCommand() {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(&(osgi.command.scope=*)(!(osgi.command.function=commands)))")
    void addFunction(Function function) {
        functions.add(function);
    }

    void removeFunction(Function function) {
        functions.remove(function);
    }

    @Override
    String usage() {
        return "pos:commands  this list";
    }

    @Override
    void run(List<String> words, Output output) {
        functions.stream()
                .map(f -> f instanceof Command command ? command.usage() : f.toString())
                .sorted()
                .forEach(u -> output.row(u, Output.fields("usage", u)));
    }
}
