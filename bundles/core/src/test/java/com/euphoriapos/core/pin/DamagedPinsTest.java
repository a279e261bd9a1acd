package com.euphoriapos.core.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.core.employee.People;
import com.euphoriapos.domain.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DamagedPinsTest {
    private final People people = new People();
    private final DamagedPins damaged = new DamagedPins();
    private final List<String> heard = new ArrayList<>();
    private final PinCheck checks = new PinCheck(
                    people.store, people.settings, damaged, people.hashing, people.clock, people.clock::nanoTime)
            .with(people.secrets);

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void saysThatAHashWasSwappedUntilThePersonIsBack() {
        people.add("dana", Role.CASHIER, "4071");
        people.add("eve", Role.CASHIER, "4072");
        damaged.onChange(() -> heard.add("changed"));
        EmployeeRecord dana = people.person("dana");
        EmployeeRecord eve = people.person("eve");
        people.save(People.withHash(dana, eve.pinHash()));

        assertInstanceOf(PinCheck.Outcome.Wrong.class, check("4071"));
        assertInstanceOf(PinCheck.Outcome.Wrong.class, check("4071"));
        assertEquals("pins", damaged.items().get(0).id());
        assertInstanceOf(PinCheck.Outcome.Right.class, check("4072"));
        assertEquals(1, damaged.items().size());
        people.save(dana);
        assertInstanceOf(PinCheck.Outcome.Right.class, check("4071"));
        assertEquals(List.of(), damaged.items());
        assertEquals(List.of("changed", "changed"), heard);
    }

    @Test
    void saysNothingOfAWrongPin() {
        check("9999");
        assertEquals(List.of(), damaged.items());
    }

    private PinCheck.Outcome check(String pin) {
        return checks.pin(
                pin.toCharArray(),
                (failure, at) -> new com.euphoriapos.api.store.JournalRepository.Entry(
                        at, "SIGN_IN_FAILED", "", failure.employeeId(), "{}"));
    }
}
