package com.euphoriapos.shell;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Product;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:products}: the search of the register. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=products"})
public final class ProductsCommand extends Command {
    private static final int LIMIT = 20;
    private static final int LIMIT_MAX = 500;

    private final Services services;

    @Activate
    public ProductsCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:products TEXT [--limit N]  searches products by name, item number or barcode";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of(), Set.of("limit"));
        int limit = given.number("limit", LIMIT, LIMIT_MAX);
        List<CatalogMatch> found = services.useAsConsole(Catalog.class, catalog -> catalog.search(given.text(), limit));
        found.forEach(match -> print(match, output));
        output.note(found.size() + " found");
    }

    static void print(CatalogMatch match, Output output) {
        Product product = match.product();
        output.row(
                product.sku() + "  " + product.name() + "  " + product.sizeMillilitres() + " ml  " + match.price()
                        + (match.packSize() > 1 ? "  pack of " + match.packSize() : "") + "  " + match.onHand()
                        + " on hand",
                Output.fields(
                        "id", product.id(),
                        "sku", product.sku(),
                        "name", product.name(),
                        "category", product.category(),
                        "sizeMillilitres", product.sizeMillilitres(),
                        "priceCents", match.price().cents(),
                        "packSize", match.packSize(),
                        "onHandThousandths", match.onHand().thousandths(),
                        "sold", match.soldCount()));
    }
}
