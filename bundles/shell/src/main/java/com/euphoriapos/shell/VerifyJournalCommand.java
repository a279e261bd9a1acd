package com.euphoriapos.shell;

import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.journal.Journal.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:verify-journal}: whether the journal is as it was written; fails when it is not. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=verify-journal"})
public final class VerifyJournalCommand extends Command {
    private final Services services;

    @Activate
    public VerifyJournalCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:verify-journal  says whether the journal is as it was written, or which entry is the first that is not";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        Verification found = services.useAsConsole(Journal.class, Journal::verify);
        if (found instanceof Verification.Intact intact) {
            output.row(
                    "The journal is intact: " + intact.entries() + " entries, sealed up to number "
                            + intact.sealedUpTo() + (intact.remark().isEmpty() ? "" : ". " + intact.remark()),
                    Output.fields(
                            "intact",
                            true,
                            "entries",
                            intact.entries(),
                            "sealedUpTo",
                            intact.sealedUpTo(),
                            "remark",
                            intact.remark()));
        } else if (found instanceof Verification.Broken broken) {
            String at = broken.at().map(Instant::toString).orElse("");
            output.row(
                    "Broken at entry " + broken.number() + (at.isEmpty() ? "" : " of " + at) + ": " + broken.what(),
                    Output.fields("intact", false, "number", broken.number(), "at", at, "what", broken.what()));
            throw new CommandException("the journal is not as it was written, from entry " + broken.number() + " on");
        }
    }
}
