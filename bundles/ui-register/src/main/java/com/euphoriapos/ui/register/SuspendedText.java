package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.SuspendedSales.ResumeResult;
import com.euphoriapos.api.checkout.SuspendedSales.Waiting;
import com.euphoriapos.ui.kit.present.Formats;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Suspended sales in words. Pure. */
final class SuspendedText {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);

    private SuspendedText() {}

    static SuspendedRow row(Waiting sale, ZoneId zone) {
        ZonedDateTime at = sale.at().atZone(zone);
        long thousandths = sale.items().thousandths();
        String items = Formats.quantity(thousandths) + (thousandths == 1_000 ? " item" : " items");
        String title = sale.note().isEmpty() ? sale.number() : sale.note();
        String number = sale.note().isEmpty() ? "" : sale.number() + " \u00B7 ";
        return new SuspendedRow(
                title,
                number + "Lane " + sale.workstationId() + " \u00B7 " + sale.operatorName(),
                WHEN.format(at) + " \u00B7 " + items,
                Formats.money(sale.total().cents()));
    }

    /** Why a sale does not go on here. */
    static String why(ResumeResult result) {
        if (result instanceof ResumeResult.Taken taken) {
            return taken.byLabel().equals("this lane")
                    ? "This lane went on with it already."
                    : "Lane " + taken.byLabel() + " has taken it.";
        }
        if (result instanceof ResumeResult.Undecided undecided) {
            return undecided.reason();
        }
        return result instanceof ResumeResult.Refused refused ? refused.reason() : "";
    }

    /** "while lanes L2 and L3 were away": a manager hears of it should one of them do the same. */
    static String apart(List<String> labels) {
        int last = labels.size() - 1;
        String names =
                last == 0 ? labels.get(0) : String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
        return "Resumed while " + (last == 0 ? "lane " : "lanes ") + names + (last == 0 ? " was" : " were") + " away";
    }
}
