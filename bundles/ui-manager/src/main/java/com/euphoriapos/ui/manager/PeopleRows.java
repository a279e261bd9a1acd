package com.euphoriapos.ui.manager;

import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.ui.manager.EmployeesState.Heading;
import com.euphoriapos.ui.manager.EmployeesState.Person;
import com.euphoriapos.ui.manager.EmployeesState.Row;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which people are listed, and where: active first, the others below a heading. Pure. */
final class PeopleRows {
    private PeopleRows() {}

    /**
     * @param search beginnings of words of the name or the role, in any order
     * @param selfId the id of the person signed in, empty for nobody
     */
    static List<Row> of(List<Employee> people, String search, String selfId) {
        List<String> wanted = words(search);
        List<Row> active = new ArrayList<>();
        List<Row> others = new ArrayList<>();
        for (Employee each : people) {
            if (fits(each, wanted)) {
                (each.active() ? active : others).add(new Person(each, each.id().equals(selfId)));
            }
        }
        if (!others.isEmpty()) {
            active.add(new Heading("Inactive, may not sign in"));
            active.addAll(others);
        }
        return active;
    }

    private static boolean fits(Employee person, List<String> wanted) {
        List<String> has = words(person.firstName() + " " + person.lastName() + " "
                + person.role().title());
        return wanted.stream().allMatch(start -> has.stream().anyMatch(word -> word.startsWith(start)));
    }

    /** Small letters without accents, so that "jose" finds José. */
    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[\\s'\u2019-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
