package com.euphoriapos.shell;

import com.euphoriapos.api.catalog.Catalog;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:barcode}: how a code is read, and what it sells. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=barcode"})
public final class BarcodeCommand extends Command {
    private final Services services;

    @Activate
    public BarcodeCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:barcode CODE  says how a code is read and what it sells";
    }

    @Override
    void run(List<String> words, Output output) {
        String code = Arguments.of(words, Set.of(), Set.of()).required(0, "which code");
        services.useAsConsole(Catalog.class, catalog -> {
            List<String> lines = catalog.explain(code);
            output.row(String.join("\n", lines), Output.fields("code", code, "reading", lines));
            catalog.byCode(code).forEach(match -> ProductsCommand.print(match, output));
            return 0;
        });
    }
}
