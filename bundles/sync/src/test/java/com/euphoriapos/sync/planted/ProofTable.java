package com.euphoriapos.sync.planted;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A table of docs/sync-proof.md: which bug is caught by what. */
record ProofTable(List<Row> rows) {
    private static final Path PAGE = Path.of("../../docs/sync-proof.md");
    private static final String HEAD = "| Bug | Planted in | Unit test | Simulation |\n|---|---|---|---|\n";
    private static final String END = "<!-- end -->";
    private static final String SEED = "seed ";

    /** What the page says of a bug. */
    record Row(String bug, Optional<String> test, Optional<Long> seed) {}

    /** What caught a bug. */
    record Caught(PlantedBug bug, Optional<String> test, Optional<Long> seed) {
        private String row() {
            return "| " + bug.name() + " | `" + bug.where() + "` | "
                    + test.map(each -> "`" + each + "`").orElse("") + " | "
                    + seed.map(each -> SEED + each).orElse("") + " |\n";
        }
    }

    /** Where a table is on the page. */
    private record Place(String page, int from, int to) {
        static Place of(String name) throws IOException {
            String page = Files.readString(PAGE);
            String begin = "<!-- planted bugs: " + name + " -->\n";
            int from = page.indexOf(begin) + begin.length();
            int to = page.indexOf(END, from);
            assertTrue(from >= begin.length() && to > from, "the page has no place for the table " + name);
            return new Place(page, from, to);
        }
    }

    /** The table as it is. */
    static ProofTable of(String name) throws IOException {
        Place place = Place.of(name);
        List<Row> rows = new ArrayList<>();
        place.page()
                .substring(place.from(), place.to())
                .lines()
                .skip(2)
                .forEach(line -> rows.add(row(line.split("\\|", -1))));
        return new ProofTable(rows);
    }

    private static Row row(String[] cells) {
        String test = cells[3].strip().replace("`", "");
        String seed = cells[4].strip();
        return new Row(
                cells[1].strip(),
                test.isEmpty() ? Optional.empty() : Optional.of(test),
                seed.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(seed.substring(SEED.length()))));
    }

    static void write(String name, List<Caught> all) throws IOException {
        Place place = Place.of(name);
        String rows = all.stream().map(Caught::row).collect(Collectors.joining());
        Files.writeString(
                PAGE,
                place.page().substring(0, place.from())
                        + HEAD
                        + rows
                        + place.page().substring(place.to()));
    }

    List<String> names() {
        return rows.stream().map(Row::bug).toList();
    }

    Row row(String bug) {
        return rows.stream()
                .filter(each -> each.bug().equals(bug))
                .findFirst()
                .orElse(new Row(bug, Optional.empty(), Optional.empty()));
    }

    /** All tests that it names. */
    TreeSet<String> tests() {
        return rows.stream().flatMap(each -> each.test().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All seeds that it names. */
    TreeSet<Long> seeds() {
        return rows.stream().flatMap(each -> each.seed().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
