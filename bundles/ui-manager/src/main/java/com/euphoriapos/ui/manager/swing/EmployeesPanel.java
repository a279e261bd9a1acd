package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.SearchField;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.EmployeesPresenter;
import com.euphoriapos.ui.manager.EmployeesState;
import com.euphoriapos.ui.manager.EmployeesView;
import java.awt.CardLayout;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** The people at the left, one of them at the right. */
final class EmployeesPanel extends JPanel implements EmployeesView {
    private static final String LIST = "list";
    private static final String WORDS = "words";

    private final transient EmployeesPresenter presenter;
    private final BackOffice frame;
    private final SearchField search = OnScreenKeyboard.attach(new SearchField("Name or role", "F2"));
    private final PosButton add = PosButton.secondary("Add").key("Ins").glyph(Glyph.USER_PLUS);
    private final PeopleList people;
    private final JPanel left = new JPanel(new CardLayout());
    private final JPanel right = new JPanel(new CardLayout());
    private final JLabel words = Text.wrapped(" ", Type.BODY, Tone.TEXT2);
    private final PersonCard person;
    private boolean filling;
    private boolean formShown;

    EmployeesPanel(EmployeesPresenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        this.presenter = presenter;
        frame = new BackOffice("Employees", presenter::leave);
        people = new PeopleList(presenter::choose);
        person = new PersonCard(presenter);
        frame.tool(search, "growx, pushx, wmin 120, wmax 360, h 44!");
        frame.tool(add.on(presenter::add), "h 44!, w pref!, alignx right");
        frame.list(listCard());
        frame.editor(editor());
        add(frame, "wmin 0, hmin 0");
        listen();
    }

    private Card listCard() {
        Card card = new Card(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "[grow,fill]"));
        left.setOpaque(false);
        left.add(people, LIST);
        JPanel calm = BackOffice.clear(new MigLayout("insets 24, fill", "[grow,fill]", "push[]push"));
        calm.add(words, "wmin 0");
        left.add(calm, WORDS);
        card.add(left, "wmin 0, hmin 0");
        return card;
    }

    private JPanel editor() {
        right.setOpaque(false);
        Card calm = new Card(new MigLayout("insets 24, gap 8, fill, wrap 1", "[grow,center]", "push[][][]push"));
        calm.add(new JLabel(Glyph.USERS.icon(48, Tone.BORDER)));
        calm.add(Text.of("Choose somebody at the left", Type.QUANTITY));
        calm.add(Text.of("or add somebody new", Type.BODY, Tone.TEXT2));
        right.add(calm, "calm");
        right.add(person, "person");
        return right;
    }

    private void listen() {
        search.getDocument().addDocumentListener(new Changes(this::searched));
        search.addActionListener(e -> enterList());
        search.getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke("DOWN"), "enter-list");
        search.getActionMap().put("enter-list", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                enterList();
            }
        });
        KeyBindings.bind(this, PosKeys.BACK, presenter::back);
        KeyBindings.bind(this, PosKeys.SEARCH, this::focusFirst);
        KeyBindings.bind(this, PosKeys.ADD_ITEM, presenter::add);
        KeyBindings.bind(people.rows(), PosKeys.ACCEPT, this::accept);
    }

    /** Enter in the list saves what Save would, and leads into the card while there is nothing to save. */
    void accept() {
        if (formShown && !person.saveChanges()) {
            person.focusFirst();
        }
    }

    private void enterList() {
        people.chooseFirst();
        focusList();
    }

    private void searched() {
        if (!filling) {
            presenter.search(search.getText());
        }
    }

    private void focusList() {
        people.rows().requestFocusInWindow();
    }

    void focusFirst() {
        search.requestFocusInWindow();
        search.selectAll();
    }

    @Override
    public void render(EmployeesState state) {
        Edt.check();
        filling = true;
        if (!search.getText().equals(state.search())) {
            search.setText(state.search());
        }
        people.show(state.rows(), state.chosenId());
        String instead = instead(state);
        words.setText("<html><center>" + Text.escape(instead) + "</center></html>");
        ((CardLayout) left.getLayout()).show(left, instead.isEmpty() ? LIST : WORDS);
        boolean before = formShown;
        formShown = state.form().isPresent();
        // First in sight, then filled: only what is in sight takes the focus.
        ((CardLayout) right.getLayout()).show(right, formShown ? "person" : "calm");
        state.form().ifPresent(person::render);
        if (before && !formShown) {
            person.forget();
            focusList();
        }
        filling = false;
    }

    /** What stands in place of the list. */
    private static String instead(EmployeesState state) {
        if (!state.problem().isEmpty()) {
            return state.problem();
        }
        if (!state.rows().isEmpty()) {
            return "";
        }
        if (!state.loaded()) {
            return "Reading…";
        }
        return state.search().isBlank()
                ? "Nobody is here yet."
                : "Nobody fits “" + state.search().strip() + "”.";
    }

    @Override
    public void say(String sentence) {
        frame.say(sentence);
    }
}
