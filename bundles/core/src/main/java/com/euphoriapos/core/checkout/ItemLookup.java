package com.euphoriapos.core.checkout;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Quantity;
import java.util.List;
import java.util.Optional;

/** Finds what is to be added to a sale, or says why it can't be. */
final class ItemLookup {
    /** What a look-up gave. */
    sealed interface Found {
        /** One item. */
        record Item(CatalogMatch match) implements Found {}

        /** None, or several. */
        record Answer(AddResult result) implements Found {}
    }

    private final Catalog catalog;
    private final Store store;

    ItemLookup(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    Found byCode(String code, Quantity quantity) {
        Optional<String> problem = CartEdits.quantityProblem(quantity);
        if (problem.isPresent()) {
            return refused(problem.get());
        }
        List<CatalogMatch> matches = catalog.byCode(code);
        if (matches.isEmpty()) {
            return new Found.Answer(new AddResult.Unknown(code, String.join("; ", catalog.explain(code))));
        }
        return matches.size() > 1
                ? new Found.Answer(new AddResult.ChooseOne(code, matches))
                : new Found.Item(matches.get(0));
    }

    Found byId(String productId, int packSize, Quantity quantity) {
        Optional<String> problem = CartEdits.quantityProblem(quantity);
        if (problem.isPresent()) {
            return refused(problem.get());
        }
        Optional<CatalogMatch> found = store.read(handle -> handle.catalog().byId(productId));
        if (found.isEmpty() || !found.get().product().active()) {
            return refused("This item is not for sale any longer.");
        }
        if (packSize < 1) {
            return refused("A pack has at least one piece.");
        }
        CatalogMatch match = found.get();
        return new Found.Item(new CatalogMatch(match.product(), packSize, match.onHand(), match.soldCount()));
    }

    private static Found refused(String reason) {
        return new Found.Answer(new AddResult.Refused(reason));
    }
}
