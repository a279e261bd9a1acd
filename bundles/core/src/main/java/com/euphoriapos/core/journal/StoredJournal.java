package com.euphoriapos.core.journal;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.JournalRepository.Filter;
import com.euphoriapos.api.store.JournalRepository.Numbered;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Searches the journal and puts its entries into words. Thread-safe. */
@Component(service = Journal.class)
public final class StoredJournal implements Journal {
    private static final String CONSOLE_NAME = "Console";

    private final Store store;
    private final Guard guard;
    private final Settings settings;
    private final JournalKeeper keeper;

    @Activate
    public StoredJournal(
            @Reference Store store,
            @Reference Guard guard,
            @Reference Settings settings,
            @Reference JournalKeeper keeper) {
        this.store = store;
        this.guard = guard;
        this.settings = settings;
        this.keeper = keeper;
    }

    @Override
    public List<Line> search(Filter filter) {
        guard.require(Permission.READ_JOURNAL);
        record Found(List<Numbered> entries, List<EmployeeRecord> employees) {}
        Found found = store.read(handle ->
                new Found(handle.journal().find(filter), handle.employees().all()));
        Map<String, String> names = new HashMap<>();
        found.employees().forEach(employee -> names.put(employee.id(), name(employee)));
        JournalWords words = new JournalWords(
                names, settings.current().map(StoreSettings::currencySymbol).orElse(""));
        return found.entries().stream().map(words::line).toList();
    }

    @Override
    public List<String> kinds() {
        guard.require(Permission.READ_JOURNAL);
        return store.read(handle -> handle.journal().kinds());
    }

    @Override
    public List<Person> people() {
        guard.require(Permission.READ_JOURNAL);
        List<Person> people = new ArrayList<>();
        store.read(handle -> handle.employees().all())
                .forEach(employee -> people.add(new Person(employee.id(), name(employee))));
        people.add(new Person(LocalConsole.ACTOR, CONSOLE_NAME));
        return List.copyOf(people);
    }

    @Override
    public Verification verify(Progress progress) {
        Verification result =
                keeper.verify(guard.require(Permission.READ_JOURNAL).employeeId(), progress);
        String others = store.read(HeadHandler::remark);
        return result instanceof Verification.Intact intact && !others.isEmpty()
                ? new Verification.Intact(
                        intact.entries(), intact.sealedUpTo(), (intact.remark() + " " + others).strip())
                : result;
    }

    private static String name(EmployeeRecord employee) {
        return (employee.firstName() + " " + employee.lastName()).strip();
    }
}
