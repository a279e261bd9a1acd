package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.manager.EmployeesState.Person;
import java.util.ArrayList;
import java.util.List;

/** Remembers what the screen of the people was told. */
final class RecordingEmployeesView implements EmployeesView {
    private final List<String> said = new ArrayList<>();
    private final List<EmployeesState> states = new ArrayList<>();

    @Override
    public void render(EmployeesState state) {
        states.add(state);
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
    }

    List<String> said() {
        return List.copyOf(said);
    }

    EmployeesState state() {
        return states.get(states.size() - 1);
    }

    PersonForm form() {
        return state().form().orElseThrow();
    }

    List<String> names() {
        return state().rows().stream()
                .map(row -> row instanceof Person person ? person.name() : "-")
                .toList();
    }
}
