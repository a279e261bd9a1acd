package com.euphoriapos.core.inventory;

import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Derived;
import com.euphoriapos.domain.Quantity;
import java.util.Optional;

/**
 * Puts up for review that there is less than nothing of a product. Which change made it so differs from lane to lane, because each hears
 * of them in another order; so there is one review from one delivery or count to the next, named after the newest of them. A product of
 * which nothing was ever received or counted has none: nobody keeps its stock.
 */
public final class NegativeStock {
    static final String KIND = "NEGATIVE_STOCK";

    private NegativeStock() {}

    /** Looks at the product of a change that was applied just now, in the same transaction. */
    public static void look(StoreHandle handle, Change change) {
        Quantity now = handle.inventory().onHand(change.productId());
        boolean wasNegative = now.plus(change.change().negated()).isNegative();
        boolean goesOn = wasNegative == now.isNegative();
        if (goesOn && change.reason().equals(StockMessages.REASON_SALE)) {
            return;
        }
        String subject = StockMessages.aggregate(change.productId());
        Optional<String> counted =
                now.isNegative() ? handle.inventory().lastCounted(change.productId()) : Optional.empty();
        Optional<String> id = counted.map(last -> Derived.id(KIND, change.productId(), last));
        for (Review review : handle.reviews().openAbout(subject)) {
            if (review.kind().equals(KIND) && !id.equals(Optional.of(review.id()))) {
                handle.reviews().withdraw(review.id());
            }
        }
        id.ifPresent(review -> handle.reviews()
                .raise(new Review(review, KIND, subject, detail(change.productId()), change.createdAt())));
    }

    private static String detail(String productId) {
        return Json.object(json -> json.writeStringField("productId", productId));
    }
}
