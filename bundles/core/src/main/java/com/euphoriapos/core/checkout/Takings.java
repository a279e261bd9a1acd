package com.euphoriapos.core.checkout;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What people took off a sale, however they did it. It only ever grows, but for undoing what made it grow: ringing an item up again
 * gives nobody new room, so that many small acts take off no more than one large one may. Pure.
 *
 * @param all one after the other
 */
record Takings(List<Taking> all) {
    static final Takings NONE = new Takings(List.of());

    /** How it was taken off. */
    enum Kind {
        /** The line, or pieces of it, were taken back. */
        BACK,
        /** The line has a lower price; another price takes the place of this. */
        PRICE
    }

    /**
     * One thing that was taken off.
     *
     * @param line number of the line
     * @param by id of the employee who did it
     * @param limit the most that they may take off a sale alone
     * @param allowed whether somebody else allowed it
     */
    record Taking(int line, Kind kind, String by, Money amount, Money limit, boolean allowed) {
        static Taking of(int line, Kind kind, Operator by, Money amount, boolean allowed) {
            return new Taking(
                    line, kind, by.employeeId(), amount, by.authority().largestAmount(), allowed);
        }

        /** The same, taken off in another way. */
        Taking as(Kind other) {
            return new Taking(line, other, by, amount, limit, allowed);
        }

        boolean lowersPriceOf(int lineNumber) {
            return kind == Kind.PRICE && line == lineNumber;
        }
    }

    /**
     * A change of what was taken off, so that it can be undone.
     *
     * @param added is so from now on
     * @param replaced is so no longer
     */
    record Step(List<Taking> added, List<Taking> replaced) {
        static final Step NOTHING = new Step(List.of(), List.of());

        Step {
            added = List.copyOf(added);
            replaced = List.copyOf(replaced);
        }

        Step reversed() {
            return new Step(replaced, added);
        }
    }

    Takings {
        all = List.copyOf(all);
    }

    /** After the step. */
    Takings after(Step step) {
        List<Taking> next = new ArrayList<>(all);
        step.replaced().forEach(next::remove);
        next.addAll(step.added());
        return new Takings(next);
    }

    /** What somebody took off without anybody's leave. */
    Money alone(String employeeId) {
        return sum(taking -> !taking.allowed() && taking.by().equals(employeeId));
    }

    /** What was taken off by all people without anybody's leave. */
    Money unasked() {
        return sum(taking -> !taking.allowed());
    }

    /** The largest limit among those who took something off without leave, and this one. */
    Money largestLimit(Money limit) {
        return all.stream()
                .filter(taking -> !taking.allowed())
                .map(Taking::limit)
                .reduce(limit, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    /** What was taken off by all people together. */
    Money total() {
        return sum(taking -> true);
    }

    /** What the line's lower price takes off. */
    List<Taking> pricesOf(int lineNumber) {
        return all.stream().filter(taking -> taking.lowersPriceOf(lineNumber)).toList();
    }

    private Money sum(Predicate<Taking> which) {
        return all.stream().filter(which).map(Taking::amount).reduce(Money.ZERO, Money::plus);
    }
}
