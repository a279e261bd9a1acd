package com.euphoriapos.api.checkout;

import com.euphoriapos.domain.CatalogMatch;
import java.util.List;

/** What became of a scan or a choice. */
public sealed interface AddResult {
    /** It is on the line of that number. */
    record Added(int lineNumber) implements AddResult {}

    /** Several products share the code: somebody must choose; nothing has changed. */
    record ChooseOne(String code, List<CatalogMatch> candidates) implements AddResult {
        public ChooseOne {
            candidates = List.copyOf(candidates);
        }
    }

    /** No product has the code; nothing has changed. {@code reading} says in words how it was read. */
    record Unknown(String code, String reading) implements AddResult {}

    /** It can't be sold now; one sentence says why. Nothing has changed. */
    record Refused(String reason) implements AddResult {}
}
