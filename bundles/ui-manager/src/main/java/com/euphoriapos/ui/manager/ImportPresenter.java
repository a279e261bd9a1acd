package com.euphoriapos.ui.manager;

import com.euphoriapos.api.catalog.PriceBookImport;
import com.euphoriapos.api.catalog.PriceBookImport.Field;
import com.euphoriapos.api.catalog.PriceBookImport.Preview;
import com.euphoriapos.api.catalog.PriceBookImport.Report;
import com.euphoriapos.api.catalog.PriceBookImport.Request;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.kit.present.UiThread;
import com.euphoriapos.ui.manager.ImportState.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses a file, maps its columns, tries it and imports it. Screen's thread only; the work is done in the background. */
public final class ImportPresenter extends Presenter<ImportView> {
    private static final Logger log = LoggerFactory.getLogger(ImportPresenter.class);

    private final PriceBookImport prices;
    private final Background background;
    private final UiThread ui;
    private final Map<Field, String> mapping = new EnumMap<>(Field.class);
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private @Nullable Path file;
    private String problem = "";
    private List<String> columns = List.of();
    private List<List<String>> sample = List.of();
    private Running running = Running.NOTHING;
    private volatile long done;
    private volatile long all;
    private @Nullable Report report;

    public ImportPresenter(PriceBookImport prices, Background background, UiThread ui) {
        this.prices = prices;
        this.background = background;
        this.ui = ui;
    }

    @Override
    protected void attached(ImportView newView) {
        render();
    }

    @Override
    protected void detached() {
        cancelled.set(true);
    }

    /** A file was chosen or its path typed. */
    public void choose(String path) {
        if (running != Running.NOTHING) {
            return;
        }
        report = null;
        columns = List.of();
        sample = List.of();
        mapping.clear();
        try {
            file = Path.of(path.strip());
        } catch (InvalidPathException e) {
            file = null;
        }
        Path chosen = file;
        if (chosen == null || path.isBlank()) {
            problem = "Choose a CSV file first";
        } else {
            problem = "";
            running = Running.READING;
            background.run(() -> prices.preview(chosen), this::previewed, this::failed);
        }
        render();
    }

    /** A column was chosen for a field; empty for none. */
    public void map(Field field, String column) {
        if (column.isEmpty()) {
            mapping.remove(field);
        } else {
            mapping.put(field, column);
        }
        report = null;
        problem = "";
        render();
    }

    /** Reads the whole file and stores nothing. */
    public void dryRun() {
        start(true);
    }

    /** Stores what is usable. */
    public void run() {
        start(false);
    }

    /** Stops a run; a cancelled import keeps nothing. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Writes the rows that were not taken whole to a file. */
    public void save(Path target) {
        Optional<String> csv = problemsAsCsv();
        if (csv.isPresent()) {
            background.run(
                    () -> write(target, csv.get()),
                    path -> say("Saved as " + path),
                    e -> say("The file could not be written: " + target.getFileName()));
        }
    }

    /** The rows that were not taken whole; empty when there is no report. */
    public Optional<String> problemsAsCsv() {
        return Optional.ofNullable(report).map(r -> ProblemList.csv(r.problems()));
    }

    private static Path write(Path target, String csv) throws IOException {
        return Files.writeString(target, csv, StandardCharsets.UTF_8);
    }

    private void start(boolean dry) {
        Path chosen = file;
        if (running != Running.NOTHING || chosen == null || columns.isEmpty()) {
            return;
        }
        String missing = List.of(Field.values()).stream()
                .filter(field -> field.required() && !mapping.containsKey(field))
                .map(Field::title)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problem = "Choose a column for: " + missing;
            render();
            return;
        }
        problem = "";
        report = null;
        done = 0;
        all = 0;
        running = dry ? Running.DRY_RUN : Running.IMPORT;
        cancelled.set(false);
        Request request = new Request(chosen, mapping, dry);
        background.run(() -> prices.run(request, this::progress, cancelled::get), this::finished, this::failed);
        render();
    }

    /** On the import's thread; the screen is told at most once for what it has not painted yet. */
    private void progress(long nowDone, long nowAll) {
        done = nowDone;
        all = nowAll;
        if (told.compareAndSet(false, true)) {
            ui.later(() -> {
                told.set(false);
                render();
            });
        }
    }

    private void previewed(Preview preview) {
        running = Running.NOTHING;
        problem = preview.refused().orElse("");
        if (preview.refused().isEmpty()) {
            columns = preview.columns();
            sample = preview.sample();
            mapping.putAll(preview.guess());
        }
        render();
    }

    private void finished(Report result) {
        running = Running.NOTHING;
        report = result;
        problem = result.refused().orElse("");
        render();
    }

    private void failed(Exception e) {
        log.error("the price book could not be imported", e);
        running = Running.NOTHING;
        problem = "That failed and nothing was imported; the log says why";
        render();
    }

    private void say(String sentence) {
        ImportView now = view();
        if (now != null) {
            now.say(sentence);
        }
    }

    private void render() {
        ImportView now = view();
        if (now != null) {
            Path chosen = file;
            now.render(new ImportState(
                    chosen == null ? "" : chosen.toString(),
                    problem,
                    columns,
                    mapping,
                    sample,
                    running,
                    done,
                    all,
                    Optional.ofNullable(report)));
        }
    }
}
