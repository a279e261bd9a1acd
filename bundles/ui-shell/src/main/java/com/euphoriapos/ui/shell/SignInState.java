package com.euphoriapos.ui.shell;

import java.util.List;
import java.util.Optional;

/**
 * Everything the sign-in screen shows.
 *
 * @param greeting such as "Good afternoon"
 * @param day such as "Friday, March 6 · who is at the register?"
 * @param people the tiles; none where the store hides the names
 * @param chosen id of the chosen tile, empty when none is
 * @param pin the card beside them
 * @param kept what waits for the next person
 * @param hint the PINs of a demo, empty elsewhere
 */
public record SignInState(
        String greeting,
        String day,
        List<Person> people,
        String chosen,
        PinState pin,
        Optional<Kept> kept,
        String hint) {
    public SignInState {
        people = List.copyOf(people);
    }

    /** The chosen person. */
    public Optional<Person> chosenPerson() {
        return people.stream().filter(p -> p.id().equals(chosen)).findFirst();
    }

    /** One tile. */
    public record Person(String id, String name, String role) {}

    /** The sale that was locked, in words such as "13 items, 240.24, locked at 12:38". */
    public record Kept(String words) {}
}
