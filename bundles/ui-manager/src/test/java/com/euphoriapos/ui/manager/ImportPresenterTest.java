package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.catalog.PriceBookImport;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.ImportState.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPresenterTest {
    private final PlayedImport prices = new PlayedImport();
    private final SteppedBackground background = new SteppedBackground();
    private final ImportPresenter presenter = new ImportPresenter(prices, background, new DirectUiThread());
    private final RecordingView view = new RecordingView();

    @BeforeEach
    void show() {
        presenter.attach(view);
    }

    @Test
    void showsTheGuessedColumnsAndTheFirstRows() {
        choose();
        assertEquals("A", view.last().mapping().get(PriceBookImport.Field.SKU));
        assertTrue(view.last().ready());
    }

    @Test
    void namesWhyAFileIsRefusedAndImportsNothing() {
        prices.refused = Optional.of("Line 3, column 7: a quote is never closed");
        choose();
        presenter.run();
        background.finish();
        assertEquals("Line 3, column 7: a quote is never closed", view.last().problem());
        assertEquals(0, prices.runs);
    }

    @Test
    void asksForTheColumnsThatItNeeds() {
        choose();
        presenter.map(PriceBookImport.Field.PRICE, "");
        presenter.dryRun();
        assertEquals("Choose a column for: Price", view.last().problem());
        assertEquals(0, prices.runs);
    }

    @Test
    void triesThenImportsAndListsWhatWasNotTakenWhole() {
        choose();
        presenter.dryRun();
        assertEquals(Running.DRY_RUN, view.last().running());
        background.finish();
        assertTrue(view.last().report().orElseThrow().dryRun());
        presenter.run();
        background.finish();
        assertEquals(2, prices.runs);
        assertEquals(Running.NOTHING, view.last().running());
        assertEquals(1, view.last().report().orElseThrow().problems().size());
        assertEquals(10, view.last().all());
    }

    @Test
    void cancelsWithNothingKept() {
        choose();
        presenter.run();
        presenter.cancel();
        background.finish();
        assertEquals("Cancelled, nothing was imported", view.last().problem());
    }

    @Test
    void saysSoWhenTheImportFails() {
        choose();
        prices.fails = true;
        presenter.run();
        background.finish();
        assertEquals(
                "That failed and nothing was imported; the log says why",
                view.last().problem());
    }

    @Test
    void savesTheListAsCsv(@TempDir Path folder) throws IOException {
        choose();
        presenter.dryRun();
        background.finish();
        Path target = folder.resolve("problems.csv");
        presenter.save(target);
        background.finish();
        assertEquals(
                "line,column,value,reason,row\r\n4,C,\"1,2\",\"Not a \"\"price\"\"\",left out\r\n",
                Files.readString(target));
        assertEquals("Saved as " + target, view.said.get(0));
        assertEquals(
                "line,column,value,reason,row\r\n1,A,'=1+1,odd,taken in part\r\n",
                ProblemList.csv(List.of(new PriceBookImport.Problem(1, "A", "=1+1", "odd", false))));
    }

    private void choose() {
        presenter.choose("/some/prices.csv");
        background.finish();
    }

    private static final class RecordingView implements ImportView {
        private final List<ImportState> states = new ArrayList<>();
        private final List<String> said = new ArrayList<>();

        ImportState last() {
            return states.get(states.size() - 1);
        }

        @Override
        public void render(ImportState state) {
            states.add(state);
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    }

    private static final class PlayedImport implements PriceBookImport {
        private Optional<String> refused = Optional.empty();
        private boolean fails;
        private int runs;

        @Override
        public Preview preview(Path file) {
            return new Preview(
                    refused,
                    List.of("A", "B", "C"),
                    Map.of(Field.SKU, "A", Field.NAME, "B", Field.PRICE, "C"),
                    List.of(List.of("1", "Gin", "9.99")));
        }

        @Override
        public Report run(Request request, ProgressListener listener, BooleanSupplier cancelled) {
            runs++;
            if (fails) {
                throw new IllegalStateException("disk on fire");
            }
            listener.progress(5, 10);
            if (cancelled.getAsBoolean()) {
                return report(Optional.of("Cancelled, nothing was imported"), request.dryRun());
            }
            listener.progress(10, 10);
            return report(Optional.empty(), request.dryRun());
        }

        private static Report report(Optional<String> refused, boolean dry) {
            return new Report(
                    refused, dry, 10, 9, 0, 0, 1, 12, List.of(new Problem(4, "C", "1,2", "Not a \"price\"", true)));
        }
    }
}
