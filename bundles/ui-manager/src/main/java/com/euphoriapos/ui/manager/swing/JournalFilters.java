package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.journal.Journal.Person;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.SearchField;
import com.euphoriapos.ui.manager.JournalKinds;
import com.euphoriapos.ui.manager.JournalState;
import com.euphoriapos.ui.manager.JournalState.Wanted;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** Days, kind, person and text to look for. What is typed is looked for when the typing rests. */
final class JournalFilters extends JPanel {
    private static final int REST_MILLIS = 250;

    private final transient Consumer<Wanted> search;
    private final transient JournalPanel.Around around;
    private final JComboBox<Choice> days = box("Days");
    private final JTextField from = day("First day");
    private final JTextField to = day("Last day");
    private final JComboBox<Choice> kind = box("Kind");
    private final JComboBox<Choice> person = box("Person");
    private final SearchField text = OnScreenKeyboard.attach(new SearchField("Any word", "F2"));
    private final Timer rest = new Timer(REST_MILLIS, e -> tell());
    private boolean filling;

    /** A choice of a box; its value is what is looked for. */
    private record Choice(String value, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    JournalFilters(Consumer<Wanted> search, JournalPanel.Around around) {
        super(new MigLayout(
                "insets 0, gap 8, fill, wrap 3", "[grow,fill,sg f][grow,fill,sg f][grow,fill,sg f]", "[44!]8[44!]"));
        this.search = search;
        this.around = around;
        setOpaque(false);
        rest.setRepeats(false);
        List.of("All days", "Today", "Yesterday", "Last 7 days", "Last 30 days", "These days")
                .forEach(words -> days.addItem(new Choice(words, words)));
        for (javax.swing.JComponent part : List.of(days, from, to, kind, person, text)) {
            add(part, "grow, wmin 0");
        }
        days.addActionListener(e -> daysChosen());
        kind.addActionListener(e -> tellNow());
        person.addActionListener(e -> tellNow());
        for (JTextField field : List.of(from, to, text)) {
            field.getDocument().addDocumentListener(new Changes(this::typed));
        }
    }

    private static JComboBox<Choice> box(String name) {
        JComboBox<Choice> box = Type.BODY.on(new JComboBox<>());
        box.getAccessibleContext().setAccessibleName(name);
        box.setMaximumRowCount(12);
        return box;
    }

    private static JTextField day(String name) {
        JTextField field = Type.BODY.on(new JTextField());
        field.putClientProperty("JTextField.placeholderText", name);
        field.getAccessibleContext().setAccessibleName(name + ", such as 2026-11-23");
        return OnScreenKeyboard.attach(field);
    }

    void focusText() {
        text.requestFocusInWindow();
        text.selectAll();
    }

    void render(JournalState state) {
        filling = true;
        fill(
                kind,
                new Choice("", "All kinds"),
                state.kinds().stream()
                        .map(each -> new Choice(each, JournalKinds.title(each)))
                        .toList());
        fill(
                person,
                new Choice("", "Everybody"),
                state.people().stream().map(JournalFilters::choice).toList());
        Wanted wanted = state.wanted();
        select(kind, wanted.kind());
        select(person, wanted.person());
        show(from, wanted.from());
        show(to, wanted.to());
        show(text, wanted.text());
        if (wanted.from().isEmpty() && wanted.to().isEmpty()) {
            days.setSelectedIndex(0);
        }
        filling = false;
    }

    private static Choice choice(Person each) {
        return new Choice(each.id(), each.name());
    }

    private static void show(JTextField field, String value) {
        // What is being typed is newer than the answer to what was typed before.
        if (!field.isFocusOwner() && !field.getText().equals(value)) {
            field.setText(value);
        }
    }

    private static void fill(JComboBox<Choice> box, Choice all, List<Choice> choices) {
        boolean same = box.getItemCount() == choices.size() + 1;
        for (int i = 0; same && i < choices.size(); i++) {
            same = choices.get(i).equals(box.getItemAt(i + 1));
        }
        if (!same) {
            box.removeAllItems();
            box.addItem(all);
            choices.forEach(box::addItem);
        }
    }

    private static void select(JComboBox<Choice> box, String value) {
        for (int i = 0; i < box.getItemCount(); i++) {
            if (box.getItemAt(i).value().equals(value) && box.getSelectedIndex() != i) {
                box.setSelectedIndex(i);
            }
        }
    }

    private void daysChosen() {
        if (filling) {
            return;
        }
        LocalDate today =
                LocalDate.ofInstant(around.clock().instant(), around.zone().get());
        filling = true;
        switch (days.getSelectedIndex()) {
            case 1 -> range(today, today);
            case 2 -> range(today.minusDays(1), today.minusDays(1));
            case 3 -> range(today.minusDays(6), today);
            case 4 -> range(today.minusDays(29), today);
            case 5 -> from.requestFocusInWindow();
            default -> {
                from.setText("");
                to.setText("");
            }
        }
        filling = false;
        tellNow();
    }

    private void range(LocalDate first, LocalDate last) {
        from.setText(first.toString());
        to.setText(last.toString());
    }

    private void typed() {
        if (!filling) {
            rest.restart();
        }
    }

    private void tellNow() {
        if (!filling) {
            tell();
        }
    }

    private void tell() {
        rest.stop();
        search.accept(new Wanted(from.getText(), to.getText(), value(kind), value(person), text.getText()));
    }

    private static String value(JComboBox<Choice> box) {
        return box.getSelectedItem() instanceof Choice choice ? choice.value() : "";
    }
}
