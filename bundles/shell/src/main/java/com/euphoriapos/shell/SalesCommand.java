package com.euphoriapos.shell;

import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.store.TransactionRepository.Row;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:sales}: past sales. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=sales"})
public final class SalesCommand extends Command {
    private static final int LAST = 20;

    private final Services services;

    @Activate
    public SalesCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:sales [TEXT] [--last N]  the newest sales, or those that the text finds by number, amount or item";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of(), Set.of("last"));
        int last = given.number("last", LAST, SalesHistory.ROWS_MAX);
        services.useAsConsole(SalesHistory.class, history -> {
            for (Row row : history.search(given.text(), last)) {
                output.row(
                        row.receiptNumber() + "  " + row.completedAt() + "  " + row.total() + "  " + row.items()
                                + (row.items().thousandths() == 1_000 ? " item  " : " items  ") + row.operatorName(),
                        Output.fields(
                                "id", row.id(),
                                "receiptNumber", row.receiptNumber(),
                                "completedAt", row.completedAt(),
                                "totalCents", row.total().cents(),
                                "itemsThousandths", row.items().thousandths(),
                                "operator", row.operatorName(),
                                "workstation", row.workstationId()));
            }
            DayTotals today = history.todayTotals();
            output.note("today: " + today.count() + " sales, " + today.total());
            return 0;
        });
    }
}
