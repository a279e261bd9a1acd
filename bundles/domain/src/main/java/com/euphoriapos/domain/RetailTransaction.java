package com.euphoriapos.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sale in progress: immutable, each change makes a new one. Its id is made when it is opened and stays its identity for ever,
 * so completing it twice is success, once.
 *
 * @param id UUID
 * @param workstationId the lane it was opened on
 * @param operatorId who opened it
 * @param openedAt when it was opened
 * @param lines in the order of their numbers
 */
public record RetailTransaction(
        String id, String workstationId, String operatorId, Instant openedAt, List<SaleLineItem> lines) {
    /** Lines that a transaction takes. */
    public static final int LINES_MAX = 999;

    public RetailTransaction {
        Objects.requireNonNull(openedAt);
        if (id.isBlank() || workstationId.isBlank() || operatorId.isBlank()) {
            throw new IllegalArgumentException("a transaction needs an id, a workstation and an operator");
        }
        lines = List.copyOf(lines);
    }

    /** Whether nothing is sold (yet): no line, or only voided ones. */
    public boolean isEmpty() {
        return lines.stream().allMatch(SaleLineItem::voided);
    }

    /** The line of that number. */
    public Optional<SaleLineItem> line(int lineNumber) {
        return lines.stream().filter(l -> l.lineNumber() == lineNumber).findFirst();
    }

    /** With so much more of the match: on the line that sells the same already, else on a new line. */
    public RetailTransaction adding(CatalogMatch match, Quantity quantity, String code) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            SaleLineItem line = lines.get(i);
            if (line.sellsSame(match)) {
                return replacing(line.withQuantity(line.quantity().plus(quantity)));
            }
        }
        if (lines.size() >= LINES_MAX) {
            throw new IllegalArgumentException("a sale takes at most " + LINES_MAX + " lines");
        }
        int number = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).lineNumber() + 1;
        List<SaleLineItem> all = new ArrayList<>(lines);
        all.add(SaleLineItem.of(number, match, quantity, code));
        return withLines(all);
    }

    /** With another line in the place of the one of the same number. */
    public RetailTransaction replacing(SaleLineItem replacement) {
        List<SaleLineItem> all = new ArrayList<>(lines);
        all.replaceAll(l -> l.lineNumber() == replacement.lineNumber() ? replacement : l);
        return withLines(all);
    }

    private RetailTransaction withLines(List<SaleLineItem> all) {
        return new RetailTransaction(id, workstationId, operatorId, openedAt, all);
    }
}
