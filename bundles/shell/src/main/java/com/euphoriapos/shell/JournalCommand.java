package com.euphoriapos.shell;

import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.journal.Journal.Line;
import com.euphoriapos.api.store.JournalRepository.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:journal}: what people did. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=journal"})
public final class JournalCommand extends Command {
    private final Services services;

    @Activate
    public JournalCommand(BundleContext context) {
        services = new Services(context);
    }

    private static final int LAST = 20;
    private static final int LAST_MAX = 100_000;
    private static final int PAGE = 1_000;

    @Override
    String usage() {
        return "pos:journal [TEXT] [--last N] [--kind KIND]  the newest entries of the journal, or those that hold the text";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of(), Set.of("last", "kind"));
        int left = given.number("last", LAST, LAST_MAX);
        long before = Long.MAX_VALUE;
        while (left > 0) {
            Filter page = new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    given.value("kind", ""),
                    given.text(),
                    List.of(),
                    before,
                    Math.min(left, PAGE));
            List<Line> lines = services.useAsConsole(Journal.class, journal -> journal.search(page));
            lines.forEach(line -> print(line, output));
            left = lines.size() < page.limit() ? 0 : left - lines.size();
            before = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number();
        }
    }

    private static void print(Line line, Output output) {
        String people = line.approverName().isEmpty()
                ? line.actorName()
                : line.actorName() + ", allowed by " + line.approverName();
        output.row(
                line.number() + "  " + line.at() + "  " + line.kind() + "  " + people + "  " + line.text(),
                Output.fields(
                        "number", line.number(),
                        "at", line.at(),
                        "kind", line.kind(),
                        "actor", line.actorName(),
                        "approver", line.approverName(),
                        "subject", line.subject(),
                        "text", line.text()));
    }
}
