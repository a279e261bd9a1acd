package com.euphoriapos.core.setup;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.core.pin.PinCost;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.core.pin.PinPolicy;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.TaxTable;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes ready what a set-up writes; slow, because it hashes. */
final class StorePlans {
    // Fixed, so that setting the demo up again gives the same people.
    private static final String DEMO_CASHIER_ID = "00000000-0000-7000-8000-00000000de01";
    private static final String DEMO_MANAGER_ID = "00000000-0000-7000-8000-00000000de02";
    private static final List<String> FOOTER = List.of("Thank you!");

    private StorePlans() {}

    /** What the plans need. */
    record Tools(PinHashing hashing, Clock clock) {}

    static NewStore real(Answers answers, RecoveryCode code, LaneKey key, Tools tools) {
        StoreSettings settings = new StoreSettings(
                answers.storeName().strip(),
                answers.addressLines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                FOOTER,
                TaxTable.of(Rate.ofPercent(answers.taxPercent().strip())),
                answers.currencySymbol().strip(),
                tools.clock().getZone(),
                answers.workstationId().strip(),
                false);
        int cost = PinCost.calibrate(tools.hashing(), System::nanoTime);
        Person owner = new Person(
                UuidCreator.getTimeOrderedEpoch().toString(),
                answers.ownerFirstName().strip(),
                answers.ownerLastName().strip(),
                Role.OWNER);
        EmployeeRecord employee = employee(owner, answers.ownerPin(), code, cost, tools);
        return new NewStore(
                settings, List.of(employee), key.nodeId(), cost, Optional.of(code.verifier()), "STORE_SET_UP");
    }

    /** The demo has no recovery code: it can be set up again at any time. */
    static NewStore demo(RecoveryCode code, LaneKey key, Tools tools) {
        StoreSettings settings = new StoreSettings(
                "Main St Spirits",
                List.of("120 Main Street", "Springfield"),
                List.of("Thank you!", "Please drink responsibly"),
                TaxTable.of(Rate.ofPercent("7")),
                "$",
                tools.clock().getZone(),
                "L1",
                true);
        int cost = PinHashing.COST_MIN;
        Person cashier = new Person(DEMO_CASHIER_ID, "Dana", "Reyes", Role.CASHIER);
        Person manager = new Person(DEMO_MANAGER_ID, "Ruth", "Klein", Role.MANAGER);
        List<EmployeeRecord> people = List.of(
                employee(cashier, PinPolicy.DEMO_CASHIER.toCharArray(), code, cost, tools),
                employee(manager, PinPolicy.DEMO_MANAGER.toCharArray(), code, cost, tools));
        return new NewStore(settings, people, key.nodeId(), cost, Optional.empty(), "DEMO_SET_UP");
    }

    private record Person(String id, String firstName, String lastName, Role role) {}

    private static EmployeeRecord employee(Person person, char[] pin, RecoveryCode code, int cost, Tools tools) {
        byte[] pepper = code.pepper();
        try {
            return new EmployeeRecord(
                    person.id(),
                    person.firstName(),
                    person.lastName(),
                    person.role(),
                    PinLookup.of(pepper, pin),
                    tools.hashing().hash(pin, cost),
                    pin.length,
                    "",
                    true,
                    tools.clock().instant());
        } finally {
            Arrays.fill(pepper, (byte) 0);
        }
    }
}
