package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.CodeLabel;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.WizardInput;
import com.euphoriapos.ui.shell.WizardPresenter;
import com.euphoriapos.ui.shell.WizardState;
import com.euphoriapos.ui.shell.WizardState.Step;
import com.euphoriapos.ui.shell.WizardView;
import java.awt.CardLayout;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The first start. All pages in one card; a field keeps its text when the page changes. */
final class WizardPanel extends JPanel implements WizardView {
    private static final String CONFIRM = "confirm";

    private final transient WizardPresenter presenter;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final JLabel title = Text.of(" ", Type.TITLE);
    private final JLabel subtitle = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final JPanel pages = new JPanel(new CardLayout());
    private final CodeLabel code = new CodeLabel();
    private final JLabel printed = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final JLabel problem = Text.wrapped(" ", Type.SMALL_STRONG, Tone.DANGER);
    private final PosButton back = PosButton.secondary("Back").key("Esc").glyph(Glyph.ARROW_LEFT);
    private final PosButton print = PosButton.secondary("Print").glyph(Glyph.PRINTER);
    private final PosButton next = PosButton.primary("Next").key("Enter");
    private final PosButton keyboard;
    private final PosButton later = PosButton.secondary("Later, in Lanes").key("Esc");
    private final StartPage start;
    private final JoinPage join;
    private final CloudPage cloud;
    private @Nullable Step shownStep;
    /** Since the last answer: only then a wrong field takes the focus, not while somebody types in another one. */
    private boolean asked;

    WizardPanel(WizardPresenter presenter) {
        super(new MigLayout("insets 12, fill", "push[760!]push", "push[]push"));
        this.presenter = presenter;
        Card card = new Card(new MigLayout("insets 24, gap 0, fill, wrap 1", "[grow,fill]", "[]2[]14[390!]4[38!]8[]"));
        card.add(title);
        card.add(subtitle);
        pages.setOpaque(false);
        start = new StartPage(presenter);
        pages.add(start, Step.START.name());
        join = joinPage(presenter);
        pages.add(join, Step.JOIN.name());
        pages.add(storePage(), Step.STORE.name());
        pages.add(ownerPage(), Step.OWNER.name());
        pages.add(codePage(), Step.CODE.name());
        cloud = cloudPage();
        pages.add(cloud, Step.CLOUD.name());
        card.add(pages, "grow");
        problem.setVerticalAlignment(JLabel.TOP);
        problem.setVerticalTextPosition(JLabel.TOP);
        problem.setIconTextGap(Scale.px(6));
        card.add(problem, "wmin 0");
        keyboard = OnScreenKeyboard.button(named(WizardInput.STORE_NAME).input());
        card.add(foot());
        add(card, "grow");
        named(WizardInput.WORKSTATION).setText("L1");
        named(WizardInput.JOIN_LABEL).setText("L2");
        named(WizardInput.CURRENCY).setText("$");
        new Keys(this).pressed("ESCAPE", presenter::back);
    }

    private JoinPage joinPage(WizardPresenter of) {
        return new JoinPage(
                of,
                field(WizardInput.JOIN_CODE, Field.text("Code, typed or scanned")),
                field(WizardInput.JOIN_LABEL, Field.text("This lane’s id, different on each lane")),
                field(
                        WizardInput.JOIN_ADDRESS,
                        Field.text("Address of a lane, where none is in the list")
                                .placeholder("such as 192.168.1.20:8123")));
    }

    private JPanel storePage() {
        JPanel page = page("[grow,fill,sg c]16[grow,fill,sg c]");
        page.add(field(WizardInput.STORE_NAME, Field.text("Store name, as on the receipt")), "spanx 2, wrap");
        page.add(field(WizardInput.ADDRESS, Field.text("Street")));
        page.add(field(WizardInput.CITY, Field.text("City")), "wrap");
        // The sentences that explain these two are long: they get a whole line each.
        page.add(
                field(
                        WizardInput.TAX_PERCENT,
                        Field.text("Sales tax in percent").placeholder("such as 8.875")),
                "spanx, wrap");
        page.add(
                field(WizardInput.WORKSTATION, Field.text("This lane’s id, different on each lane")), "spanx, split 2");
        page.add(field(WizardInput.CURRENCY, Field.text("Currency sign")), "w 130!, growx 0");
        return page;
    }

    private JPanel ownerPage() {
        JPanel page = page("[grow,fill]24[314!,fill]");
        page.add(field(WizardInput.FIRST_NAME, Field.text("Owner’s first name")));
        Keypad keypad =
                Keypad.pin(new PinKeys(), PosButton.secondary("Next field").on(this::nextField));
        page.add(keypad, "spany 4, grow, wrap");
        page.add(field(WizardInput.LAST_NAME, Field.text("Last name")), "wrap");
        page.add(field(WizardInput.PIN, Field.secret("PIN, at least 6 digits")), "wrap");
        page.add(field(WizardInput.PIN_AGAIN, Field.secret("The same PIN again")));
        return page;
    }

    private JPanel codePage() {
        JPanel page = page("[grow,fill]");
        page.add(
                Text.wrapped(
                        "Write this code down and keep it away from this machine. If its secrets are ever lost, nobody can"
                                + " sign in without it. It is shown this once and stored nowhere.",
                        Type.FIELD,
                        Tone.TEXT),
                "wmin 0, wrap");
        Card strip = new Card(new MigLayout("insets 18, fill", "[grow,fill]"));
        strip.fill(Tone.SUBTLE);
        strip.add(code, "wmin 0");
        page.add(strip, "gaptop 14, wrap");
        JPanel row = new JPanel(new MigLayout("insets 0, gap 0", "[]14[grow]"));
        row.setOpaque(false);
        row.add(print.on(presenter::print), "h 48!");
        row.add(printed, "wmin 0");
        page.add(row, "gaptop 12, wrap");
        page.add(field(CONFIRM, Field.text("Type the last group of the code to show that you have it")), "gaptop 16");
        return page;
    }

    private CloudPage cloudPage() {
        return new CloudPage(
                field(
                        WizardInput.CLOUD_ADDRESS,
                        Field.text("Address of the cloud")
                                .placeholder("such as https://cloud.example")
                                .twoLineError()),
                field(
                        WizardInput.CLOUD_CODE,
                        Field.text("One-time code of the store, typed or scanned")
                                .twoLineError()));
    }

    private static JPanel page(String columns) {
        JPanel page = new JPanel(new MigLayout("insets 0, gap 0 6, fillx", columns, ""));
        page.setOpaque(false);
        return page;
    }

    private JPanel foot() {
        JPanel foot = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3", "[][]push[]"));
        foot.setOpaque(false);
        foot.add(back.on(presenter::back), "cell 0 0, h 52!");
        foot.add(later.on(presenter::later), "cell 0 0, h 52!");
        foot.add(keyboard, "cell 1 0, h 52!, w 52!");
        foot.add(next.on(this::next), "cell 2 0, h 52!, wmin 160");
        return foot;
    }

    private Field field(String name, Field field) {
        fields.put(name, field);
        field.input().addActionListener(e -> next());
        field.onChange(() -> presenter.typed(name));
        OnScreenKeyboard.follow(field.input());
        return field;
    }

    private Field named(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return field;
    }

    @Override
    public void fill(String field, String text) {
        named(field).setText(text);
    }

    private void next() {
        asked = true;
        if (shownStep == Step.CODE) {
            presenter.finish(named(CONFIRM).text());
            return;
        }
        Map<String, String> texts = new HashMap<>();
        fields.forEach((name, field) -> {
            if (!(field.input() instanceof JPasswordField)) {
                texts.put(name, field.text());
            }
        });
        presenter.next(new WizardInput(texts, pin(WizardInput.PIN), pin(WizardInput.PIN_AGAIN)));
    }

    private char[] pin(String name) {
        return named(name).input() instanceof JPasswordField secret ? secret.getPassword() : new char[0];
    }

    @Override
    public void render(WizardState state) {
        Edt.check();
        boolean moved = state.step() != shownStep;
        shownStep = state.step();
        title.setText(state.title());
        subtitle.setText(
                switch (state.step()) {
                    case START -> "What is this register?";
                    case JOIN ->
                        "The manager of another lane opens Lanes with F10, chooses Invite, and shows the code.";
                    default -> state.step().words();
                });
        join.render(state.join());
        ((CardLayout) pages.getLayout()).show(pages, state.step().name());
        fields.forEach((name, field) -> field.setError(state.errors().get(name)));
        String currency = state.errors().getOrDefault(WizardInput.CURRENCY, "");
        String words = state.problem().isEmpty() ? currency : state.problem();
        problem.setIcon(words.isEmpty() ? null : Glyph.ALERT_OCTAGON_FILLED.icon(15, Tone.DANGER));
        problem.setText(words.isEmpty() ? " " : "<html>" + Text.escape(words) + "</html>");
        code.show(state.code());
        printed.setText(state.printed().isEmpty() ? " " : state.printed());
        cloud.render(state.cloudOf());
        buttons(state);
        print.setBusy(state.busy());
        if (state.step() == Step.CODE) {
            // What secrets were typed is needed no longer.
            named(WizardInput.PIN).setText("");
            named(WizardInput.PIN_AGAIN).setText("");
        }
        focus(state, moved);
    }

    private void buttons(WizardState state) {
        Step step = state.step();
        boolean enrolled = !state.cloudOf().isEmpty();
        back.setVisible(step == Step.JOIN || step == Step.STORE || step == Step.OWNER);
        later.setVisible(step == Step.CLOUD && !enrolled);
        keyboard.setVisible(step != Step.START && !enrolled);
        next.setVisible(step != Step.START);
        next.setText(
                switch (step) {
                    case JOIN -> "Join";
                    case CLOUD -> enrolled ? "Finish" : "Enrol";
                    default -> "Next";
                });
        next.setBusy(state.busy());
        if (enrolled) {
            // A button knows Space only.
            next.registerKeyboardAction(e -> next.doClick(), KeyStroke.getKeyStroke("ENTER"), JComponent.WHEN_FOCUSED);
            // The fields that had the focus are gone.
            next.requestFocusInWindow();
        }
    }

    /** The first field that is wrong, or of a new page the first one. */
    private void focus(WizardState state, boolean moved) {
        List<String> wrong =
                fields.keySet().stream().filter(state.errors()::containsKey).toList();
        if (!wrong.isEmpty() && asked) {
            asked = false;
            named(wrong.get(0)).input().requestFocusInWindow();
        } else if (moved) {
            focusFirst();
        }
    }

    /** Gives the focus to the first field of the page. */
    void focusFirst() {
        Step step = shownStep;
        if (step == null || step == Step.START) {
            start.focusFirst();
            return;
        }
        String first =
                switch (step) {
                    case JOIN -> WizardInput.JOIN_CODE;
                    case OWNER -> WizardInput.FIRST_NAME;
                    case CODE -> CONFIRM;
                    case CLOUD -> WizardInput.CLOUD_ADDRESS;
                    default -> WizardInput.STORE_NAME;
                };
        named(first).input().requestFocusInWindow();
    }

    /** The touch keys write into the PIN that is being typed; the first one where none is. */
    private JPasswordField target() {
        JPasswordField again = (JPasswordField) named(WizardInput.PIN_AGAIN).input();
        return again.isFocusOwner()
                ? again
                : (JPasswordField) named(WizardInput.PIN).input();
    }

    private void nextField() {
        JPasswordField again = (JPasswordField) named(WizardInput.PIN_AGAIN).input();
        if (again.isFocusOwner()) {
            next();
        } else if (named(WizardInput.PIN).input().isFocusOwner()) {
            again.requestFocusInWindow();
        } else {
            named(WizardInput.PIN).input().requestFocusInWindow();
        }
    }

    private final class PinKeys implements Keypad.Listener {
        @Override
        public void typed(String digits) {
            JPasswordField into = target();
            into.requestFocusInWindow();
            into.replaceSelection(digits);
        }

        @Override
        public void backspace() {
            JPasswordField into = target();
            int length = into.getDocument().getLength();
            if (length > 0) {
                into.select(length - 1, length);
                into.replaceSelection("");
            }
        }
    }
}
