package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.catalog.PriceBookImport.Field;
import com.euphoriapos.api.catalog.PriceBookImport.Problem;
import com.euphoriapos.api.catalog.PriceBookImport.Report;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Progress;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.ImportPresenter;
import com.euphoriapos.ui.manager.ImportState;
import com.euphoriapos.ui.manager.ImportState.Running;
import com.euphoriapos.ui.manager.ImportView;
import java.awt.CardLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The file and its columns at the left; at the right what is in it, how far it is, and what became of it. */
final class ImportPanel extends JPanel implements ImportView {
    private static final String NONE = "–";

    private final transient ImportPresenter presenter;
    private final JTextField path = OnScreenKeyboard.attach(Type.BODY.on(new JTextField()));
    private final PosButton browse = PosButton.secondary("Choose file").glyph(Glyph.FILE_IMPORT);
    private final JLabel problem = Text.wrapped(" ", Type.SMALL_STRONG, Tone.DANGER);
    private final Map<Field, JComboBox<String>> columns = new EnumMap<>(Field.class);
    private final PosButton dryRun = PosButton.secondary("Try it").glyph(Glyph.SEARCH);
    private final PosButton run = PosButton.primary("Import").glyph(Glyph.DOWNLOAD);
    private final Progress progress;
    private final JLabel headline = Text.of(" ", Type.ITEM);
    private final JLabel counts = Text.wrapped(" ", Type.BODY, Tone.TEXT2);
    private final Rows sampleRows = new Rows();
    private final Rows problemRows = new Rows("Line", "Column", "Value", "Why, and what was done", "Row");
    private final JTable sample = Tables.log(sampleRows);
    private final JPanel tables = new JPanel(new CardLayout());
    private final PosButton copy = PosButton.secondary("Copy").glyph(Glyph.COPY);
    private final PosButton save = PosButton.secondary("Save as CSV").glyph(Glyph.DOWNLOAD);
    private final JLabel whole = Text.wrapped(" ", Type.BODY, Tone.TEXT);
    private final MessagePane messages = new MessagePane();
    private transient List<String> shownColumns = List.of();
    private transient @org.jspecify.annotations.Nullable Report shownReport;
    private boolean filling;

    ImportPanel(ImportPresenter presenter, Runnable back) {
        super(new MigLayout("insets 12, gap 12, fill", "[400!][grow,fill]", "[grow,fill]"));
        this.presenter = presenter;
        progress = new Progress("Reading", presenter::cancel);
        add(left(back), "grow");
        add(right(), "grow, wmin 0");
        path.addActionListener(e -> presenter.choose(path.getText()));
        browse.on(this::browse);
        dryRun.on(presenter::dryRun);
        run.on(presenter::run);
        copy.on(this::copy);
        save.on(this::save);
    }

    private Card left(Runnable back) {
        Card card = new Card(new MigLayout("insets 16, gap 0, fillx, wrap 1", "[grow,fill]", "[]0[]10[]4[34!]4[]10[]"));
        card.add(Text.of("Import price book", Type.TITLE), "split 2, growx, wmin 0");
        card.add(PosButton.link("Back").key("Esc").on(back), "h 44!, growx 0");
        card.add(Text.of("A CSV file with a head line", Type.BODY, Tone.TEXT2));
        path.putClientProperty("JTextField.placeholderText", "Path of the file");
        path.getAccessibleContext().setAccessibleName("Path of the file");
        card.add(path, "split 2, h 48!, growx, wmin 0");
        card.add(browse, "h 48!, w pref!");
        card.add(problem, "growx, wmin 0");
        card.add(mapping(), "growx, wmin 0");
        card.add(dryRun, "split 2, h 52!, growx, sg run");
        card.add(run, "h 52!, growx, sg run");
        return card;
    }

    private JPanel mapping() {
        // Less than 44 only where the window is at its smallest.
        JPanel panel = clear(new MigLayout("insets 0, gap 6 4, fillx, wrap 2", "[120!][grow,fill]", ""));
        for (Field field : Field.values()) {
            JComboBox<String> box = Type.BODY.on(new JComboBox<>());
            box.getAccessibleContext().setAccessibleName(field.title());
            box.addActionListener(e -> mapped(field, box));
            columns.put(field, box);
            Tone tone = field.required() ? Tone.TEXT : Tone.TEXT2;
            panel.add(Text.of(field.title() + (field.required() ? " *" : ""), Type.SMALL_STRONG, tone), "wmin 0");
            panel.add(box, "h 38:44:44, wmin 0");
        }
        return panel;
    }

    private Card right() {
        Card card = new Card(
                new MigLayout("insets 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[][][grow,fill][][]"));
        JPanel head = clear(new MigLayout("insets 16 16 4 16, gap 8, fillx", "[grow][][]"));
        head.add(headline, "wmin 0");
        head.add(copy, "h 44!");
        head.add(save, "h 44!");
        card.add(head);
        JPanel words = clear(new MigLayout("insets 0 16 10 16, fillx, hidemode 3", "[grow,fill]"));
        words.add(counts, "wmin 0, wrap");
        words.add(progress);
        card.add(words);
        JTable problems = Tables.log(problemRows);
        Tables.numberColumn(problems, 0);
        Tables.nameColumn(problems, 1);
        Tables.widths(problems, 56, 84, 146, 0, 70);
        problems.getSelectionModel().addListSelectionListener(e -> showWhole(problems.getSelectedRow()));
        // Price books are wide: their columns keep a readable width and are scrolled sideways.
        sample.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        tables.setOpaque(false);
        tables.add(Tables.scroll(sample), "sample");
        tables.add(Tables.scroll(problems), "problems");
        card.add(tables, "grow, hmin 0, wmin 0");
        card.add(whole, "growx, wmin 0, hmin 40, gap 16 16 6 6");
        card.add(messages, "growx, gap 12 12 8 8");
        return card;
    }

    /** The chosen row in full, which its cells may be too narrow for. */
    private void showWhole(int row) {
        Report report = shownReport;
        if (report == null || row < 0 || row >= report.problems().size()) {
            whole.setText(" ");
            return;
        }
        Problem problemRow = report.problems().get(row);
        String words = "Line " + problemRow.line() + ", " + problemRow.column() + " " + problemRow.value() + ": "
                + problemRow.reason();
        whole.setText("<html>" + Text.escape(words) + "</html>");
    }

    private static JPanel clear(MigLayout layout) {
        JPanel panel = new JPanel(layout);
        panel.setOpaque(false);
        return panel;
    }

    @Override
    public void render(ImportState state) {
        Edt.check();
        boolean idle = state.running() == Running.NOTHING;
        if (!state.file().isEmpty() && !path.isFocusOwner()) {
            path.setText(state.file());
        }
        path.setEditable(idle);
        browse.setEnabled(idle);
        problem.setText("<html>" + Text.escape(state.problem()) + "</html>");
        fillColumns(state);
        allow(dryRun, state.ready());
        allow(run, state.ready());
        progress.setVisible(!idle);
        progress.label(
                switch (state.running()) {
                    case DRY_RUN -> "Trying, nothing is stored";
                    case IMPORT -> "Importing";
                    default -> "Reading";
                });
        progress.set(state.done(), state.all());
        showResult(state);
    }

    private static void allow(PosButton button, boolean on) {
        if (on) {
            button.allow();
        } else {
            button.disable("Choose a file first");
        }
    }

    private void fillColumns(ImportState state) {
        filling = true;
        if (!state.columns().equals(shownColumns)) {
            shownColumns = state.columns();
            columns.values().forEach(box -> {
                box.removeAllItems();
                box.addItem(NONE);
                shownColumns.forEach(box::addItem);
            });
        }
        columns.forEach((field, box) -> {
            box.setSelectedItem(state.mapping().getOrDefault(field, NONE));
            box.setEnabled(state.ready());
        });
        filling = false;
    }

    private void mapped(Field field, JComboBox<String> box) {
        if (!filling && box.getSelectedItem() instanceof String column) {
            presenter.map(field, column.equals(NONE) ? "" : column);
        }
    }

    private void showResult(ImportState state) {
        boolean has = state.report().isPresent();
        copy.setVisible(has);
        save.setVisible(has);
        ((CardLayout) tables.getLayout()).show(tables, has ? "problems" : "sample");
        if (has) {
            showReport(state.report().get());
            return;
        }
        shownReport = null;
        whole.setText(" ");
        headline.setText(state.columns().isEmpty() ? "No file yet" : "The first rows of the file");
        counts.setText(
                state.columns().isEmpty()
                        ? "Choose a file; what it holds is shown here before anything is stored."
                        : "Check the columns at the left, then try it.");
        if (sampleRows.heads(state.columns())) {
            Collections.list(sample.getColumnModel().getColumns())
                    .forEach(column -> column.setPreferredWidth(Scale.px(150)));
        }
        sampleRows.show(state.sample());
    }

    private void showReport(Report report) {
        if (report.equals(shownReport)) {
            return;
        }
        shownReport = report;
        String what = report.dryRun() ? "Tried, nothing was stored" : "Imported";
        headline.setText(report.refused().isPresent() ? "Refused, nothing was imported" : what);
        counts.setText("<html>"
                + Formats.count(report.rows(), "row", "rows") + ": "
                + Formats.count(report.added()) + " new, "
                + Formats.count(report.changed()) + " changed, "
                + Formats.count(report.unchanged()) + " unchanged, "
                + Formats.count(report.rejected()) + " left out · "
                + Formats.count(report.barcodes(), "barcode", "barcodes") + " taken · "
                + Formats.count(report.problems().size(), "thing", "things") + " not taken whole</html>");
        List<List<String>> rows = new ArrayList<>(report.problems().size());
        report.problems()
                .forEach(p -> rows.add(List.of(
                        Formats.count(p.line()),
                        p.column(),
                        p.value(),
                        p.reason(),
                        p.rowRejected() ? "left out" : "in part")));
        problemRows.show(rows);
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser(path.getText().isBlank() ? null : path.getText());
        chooser.setDialogTitle("Price book");
        if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
            path.setText(chooser.getSelectedFile().getPath());
            presenter.choose(path.getText());
        }
    }

    private void save() {
        JFileChooser chooser = new JFileChooser();
        chooser.setSelectedFile(new File("price-book-problems.csv"));
        if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
            presenter.save(chooser.getSelectedFile().toPath());
        }
    }

    private void copy() {
        presenter.problemsAsCsv().ifPresent(csv -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(csv), null);
            say("Copied");
        });
    }

    @Override
    public void say(String sentence) {
        messages.show(Message.toast(sentence));
    }

    void focusFirst() {
        path.requestFocusInWindow();
    }
}
