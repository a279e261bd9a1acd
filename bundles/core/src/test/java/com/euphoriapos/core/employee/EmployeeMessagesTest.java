package com.euphoriapos.core.employee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.core.employee.EmployeeMessages.Edit;
import com.euphoriapos.core.fixture.Events;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.store.Samples;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

class EmployeeMessagesTest {
    private static final String STAMP = "019cb8b97efb-0000 " + "a".repeat(64);

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u02ff')
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(name -> !name.isBlank() && name.chars().noneMatch(Character::isISOControl));
    }

    @Property(tries = 200)
    void readsBackWhatWasWritten(
            @ForAll("names") String name,
            @ForAll Role role,
            @ForAll boolean active,
            @ForAll @NotEmpty Set<PersonPart> parts,
            @ForAll Optional<Role> before) {
        EmployeeRecord person =
                new EmployeeRecord("p1", name, "", role, "lookup", "$2a$10$hash", 6, "badge", active, Samples.NOON);
        Map<PersonPart, String> bases = new EnumMap<>(PersonPart.class);
        parts.forEach(part -> bases.put(part, part == PersonPart.PIN ? "" : STAMP));
        Edit edit = new Edit(person, bases, before);
        assertEquals(edit, EmployeeMessages.read(Events.of(EmployeeMessages.upsert(edit, "ruth", "OWNER"))));
    }

    @Example
    void namesTheFieldThatItRefuses() {
        refuses("\"role\":\"CASHIER\"", "\"role\":\"KING\"", "role can't be right");
        refuses("\"firstName\":\"Dana\"", "\"firstName\":\" \"", "firstName is empty.");
        refuses("\"firstName\":\"Dana\"", "\"firstName\":\"" + "x".repeat(41) + "\"", "firstName is no name");
        refuses("\"active\":true", "\"active\":1", "active is not true or false.");
        refuses("\"pinLength\":6", "\"pinLength\":-1", "pinLength is -1, not from 0 to 64.");
        refuses("\"person\":\"\"", "\"person\":\"yesterday\"", "base.person names no edit.");
        refuses("\"parts\":[\"person\",\"pin\"]", "\"parts\":[\"shoes\"]", "parts has no part that this lane knows.");
        refuses("\"parts\":[\"person\",\"pin\"],", "", "parts is missing.");
    }

    private static void refuses(String part, String instead, String sentence) {
        EmployeeRecord person =
                new EmployeeRecord("p1", "Dana", "", Role.CASHIER, "lookup", "hash", 6, "", true, Samples.NOON);
        Message message = EmployeeMessages.upsert(person, "ruth", "OWNER");
        String broken = message.payload().replace(part, instead);
        EventRejectedException refusal = assertThrows(
                EventRejectedException.class,
                () -> EmployeeMessages.read(Events.of(message.topic(), message.aggregate(), broken, "ruth")));
        String said = String.valueOf(refusal.getMessage());
        assertEquals(sentence, said.substring(0, Math.min(said.length(), sentence.length())));
    }
}
