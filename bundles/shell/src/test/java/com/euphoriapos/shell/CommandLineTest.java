package com.euphoriapos.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

final class CommandLineTest {
    @Test
    void keepsTheZerosOfABarcode() {
        assertEquals(List.of("pos:barcode", "0088076200999"), Words.of("pos:barcode 0088076200999"));
    }

    @Test
    void takesNoPinForACommand() {
        assertEquals(Optional.of("pos:unlock"), Words.command("pos:unlock now"));
        for (String line : List.of("739155", "73:915", "pos:739155", "Badge-7", "739155 pos:unlock")) {
            assertEquals(Optional.empty(), Words.command(line), line);
        }
    }

    @Test
    void quotesHoldWordsTogether() {
        assertEquals(List.of("a", "Main St Spirits", "it's", ""), Words.of("a 'Main St Spirits' \"it's\" ''"));
    }

    @Test
    void saysThatAQuoteIsNotClosed() {
        assertEquals(
                "a quote is not closed",
                assertThrows(CommandException.class, () -> Words.of("pos:setup --store 'Main"))
                        .getMessage());
    }

    @Property
    boolean wordsWithoutSpecialCharactersSurvive(@ForAll List<@AlphaChars String> words) {
        List<String> plain = words.stream().filter(w -> !w.isEmpty()).toList();
        return Words.of(String.join("  ", plain)).equals(plain);
    }

    @Test
    void namesTheOptionThatItDoesNotKnow() {
        CommandException refused = assertThrows(
                CommandException.class, () -> Arguments.of(List.of("--dryrun"), Set.of("dry-run"), Set.of()));
        assertEquals("unknown option --dryrun", refused.getMessage());
    }

    @Test
    void saysTheRangeOfANumber() {
        Arguments given = Arguments.of(List.of("--last", "0"), Set.of(), Set.of("last"));
        assertEquals(
                "--last is 1 to 10, not 0",
                assertThrows(CommandException.class, () -> given.number("last", 5, 10))
                        .getMessage());
    }

    @Test
    void writesOneObjectALineForScripts() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output output = new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
        output.note("for people only");
        output.row("words", Output.fields("name", "Jäger \"M\"\n", "cents", 1299L, "tags", List.of("a", true)));
        String written = bytes.toString(StandardCharsets.UTF_8);
        assertEquals("{\"name\":\"Jäger \\\"M\\\"\\n\",\"cents\":1299,\"tags\":[\"a\",true]}", written.strip());
        assertTrue(written.endsWith("\n"));
    }
}
