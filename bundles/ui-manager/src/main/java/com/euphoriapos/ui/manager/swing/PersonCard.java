package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Avatar;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Segments;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.kit.widget.WrapLabel;
import com.euphoriapos.ui.manager.EmployeesPresenter;
import com.euphoriapos.ui.manager.PersonForm;
import com.euphoriapos.ui.manager.PersonForm.RoleChoice;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** The card in which one person is changed or added. */
final class PersonCard extends Card {
    private final transient EmployeesPresenter presenter;
    private final Avatar avatar = new Avatar("", 48);
    private final WrapLabel title = new WrapLabel(Type.QUANTITY, Tone.TEXT);
    private final Field firstName = Field.text("First name").errorElsewhere();
    private final Field lastName = Field.text("Last name").errorElsewhere();
    private final FormLine nameLine = new FormLine();
    private final Segments<Role> roles;
    private final FormLine roleLine = new FormLine();
    private final Field pin = Field.secret("PIN").errorElsewhere();
    private final Field pinAgain = Field.secret("The same PIN again").errorElsewhere();
    private final FormLine pinLine = new FormLine();
    private final FormLine badgeLine = new FormLine();
    private final PosButton scan = PosButton.secondary("Scan the badge").glyph(Glyph.SCAN);
    private final PosButton remove = PosButton.secondary("Remove").glyph(Glyph.TRASH);
    private final Segments<Boolean> active;
    private final FormLine activeLine = new FormLine();
    private final EditorFoot foot;
    private transient Map<String, String> shownErrors = Map.of();
    private int shownStamp;
    private boolean filling;

    PersonCard(EmployeesPresenter presenter) {
        super(new MigLayout("insets 12 0 12 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]4[grow,fill]0[]"));
        this.presenter = presenter;
        roles = new Segments<>("Role", presenter::role);
        for (Role role : Role.values()) {
            roles.add(role, role.title());
        }
        active = new Segments<>("Sign-in", presenter::active);
        active.add(true, "May sign in").add(false, "Inactive");
        foot = new EditorFoot(
                new EditorFoot.Actions(this::save, presenter::cancel, presenter::discard, presenter::keepEditing));
        add(head(), "gap 16 10");
        add(scrolled(body()), "hmin 0, wmin 0");
        add(foot, "gap 16 16, wmin 0");
        listen();
    }

    private JPanel head() {
        JPanel head = BackOffice.clear(new MigLayout("insets 0, gap 12, fill", "[48!][grow,fill][44!]", "[48!]"));
        head.add(avatar);
        head.add(title, "wmin 0");
        head.add(OnScreenKeyboard.button(firstName.input()), "h 44!");
        return head;
    }

    private JPanel body() {
        JPanel body = BackOffice.clear(
                new MigLayout("insets 0 16 0 16, gap 12 0, fillx, wrap 2", "[grow,fill,sg h][grow,fill,sg h]", ""));
        body.add(firstName, "wmin 0");
        body.add(lastName, "wmin 0");
        body.add(nameLine, "spanx 2, wmin 0");
        body.add(caption("Role"), "spanx 2, gapbottom 4");
        body.add(roles, "spanx 2, wmin 0");
        body.add(roleLine, "spanx 2, wmin 0");
        body.add(pin, "wmin 0");
        body.add(pinAgain, "wmin 0");
        body.add(pinLine, "spanx 2, wmin 0");
        lineBeside(body, "Badge", badgeLine);
        body.add(scan, "h 48!, wmin 0, gapbottom 6");
        body.add(remove, "h 48!, wmin 0, gapbottom 6");
        lineBeside(body, "Sign-in", activeLine);
        body.add(active, "spanx 2, wmin 0");
        return body;
    }

    /** Screens of 720 effective pixels have no room for a line below each part. */
    private static void lineBeside(JPanel body, String words, FormLine line) {
        body.add(caption(words), "spanx 2, split 2, growx 0, aligny top, gapbottom 2");
        body.add(line, "growx, pushx, wmin 0, gapleft 8, gapbottom 2");
    }

    private static JLabel caption(String words) {
        return Text.of(words, Type.SMALL_STRONG, Tone.TEXT2);
    }

    private static JScrollPane scrolled(JPanel body) {
        JScrollPane pane = Tables.scroll(new Column(body));
        pane.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        return pane;
    }

    private void listen() {
        firstName.onChange(text -> typed(() -> presenter.firstName(text)));
        lastName.onChange(text -> typed(() -> presenter.lastName(text)));
        // Only the lengths are asked for: a PIN never becomes a String.
        pin.input().getDocument().addDocumentListener(new Changes(this::pinTyped));
        pinAgain.input().getDocument().addDocumentListener(new Changes(this::pinTyped));
        for (Field field : new Field[] {firstName, lastName, pin, pinAgain}) {
            field.input().addActionListener(e -> save());
            OnScreenKeyboard.follow(field.input());
        }
        scan.on(() -> presenter.scanBadge(!scan.isChosen()));
        remove.on(presenter::removeBadge);
        KeyBindings.bind(this, PosKeys.ACCEPT, this::save);
    }

    private void typed(Runnable tell) {
        if (!filling) {
            tell.run();
        }
    }

    private void pinTyped() {
        typed(() -> presenter.pinTyped(length(pin), length(pinAgain)));
    }

    private static int length(Field field) {
        return field.input().getDocument().getLength();
    }

    private void save() {
        if (!foot.asking()) {
            presenter.save(digits(pin), digits(pinAgain));
        }
    }

    /** Saves if Save could be pressed; false if not. */
    boolean saveChanges() {
        boolean possible = foot.canSave();
        if (possible) {
            save();
        }
        return possible;
    }

    private static char[] digits(Field field) {
        return field.input() instanceof JPasswordField secret ? secret.getPassword() : new char[0];
    }

    void render(PersonForm form) {
        filling = true;
        boolean other = form.stamp() != shownStamp;
        if (other) {
            shownStamp = form.stamp();
            firstName.setText(form.firstName());
            lastName.setText(form.lastName());
            forget();
        }
        avatar.setPerson(form.shortName());
        title.show(form.title(), Tone.TEXT);
        renderFields(form);
        renderChoices(form);
        renderFoot(form);
        filling = false;
        focus(form, other);
    }

    private void renderFields(PersonForm form) {
        boolean open = form.readOnly().isEmpty() && !form.busy();
        error(firstName, form.error("firstName"));
        error(lastName, form.error("lastName"));
        nameLine.show(first(form.error("firstName"), form.error("lastName")), "");
        error(pin, form.error("pin"));
        error(pinAgain, form.error("pinAgain"));
        pinLine.show(first(form.error("pin"), form.error("pinAgain")), form.pinRule());
        for (Field field : new Field[] {firstName, lastName, pin, pinAgain}) {
            field.input().setEditable(open);
            field.input().setFocusable(form.readOnly().isEmpty());
        }
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static void error(Field field, String sentence) {
        field.setError(sentence.isEmpty() ? null : sentence);
    }

    private void renderChoices(PersonForm form) {
        boolean open = form.readOnly().isEmpty();
        roles.select(form.role());
        String against = "";
        for (RoleChoice choice : form.roles()) {
            String reason = open ? choice.reasonAgainst() : form.readOnly();
            roles.allow(choice.role(), reason.isEmpty() ? null : reason);
            against = against.isEmpty() ? choice.reasonAgainst() : against;
        }
        roleLine.show(form.error("role"), against);
        badgeLine.show(form.error("badge"), form.badgeWords());
        scan.setChosen(form.scanning());
        scan.setText(form.scanning() ? "Stop scanning" : "Scan the badge");
        EditorFoot.allow(scan, form.readOnly());
        EditorFoot.allow(remove, open && !form.canRemoveBadge() ? "There is no badge to take away" : form.readOnly());
        active.select(form.active());
        activeLine.show(form.error("active"), form.activeNote());
        String newcomer = form.added() ? "Somebody new may sign in; change that after saving" : form.readOnly();
        active.allow(true, form.readOnly().isEmpty() ? null : form.readOnly());
        active.allow(false, newcomer.isEmpty() ? null : newcomer);
    }

    private void renderFoot(PersonForm form) {
        String nothing = form.added() || form.changed() ? "" : "Nothing was changed";
        foot.show(new EditorFoot.Look(
                form.error("form"),
                form.readOnly(),
                form.added() ? "Add" : "Save",
                form.readOnly().isEmpty() ? nothing : form.readOnly(),
                form.busy(),
                form.asking()));
    }

    /** What has just been found wrong first; of somebody new the first name. */
    private void focus(PersonForm form, boolean other) {
        boolean found = !shownErrors.keySet().containsAll(form.errors().keySet());
        shownErrors = form.errors();
        if (found && form.errors().containsKey("firstName")) {
            firstName.input().requestFocusInWindow();
        } else if (found && form.errors().containsKey("lastName")) {
            lastName.input().requestFocusInWindow();
        } else if (found && form.errors().containsKey("pin")) {
            pin.input().requestFocusInWindow();
        } else if (found && form.errors().containsKey("pinAgain")) {
            pinAgain.input().requestFocusInWindow();
        } else if (other && form.added()) {
            focusFirst();
        }
    }

    void focusFirst() {
        firstName.input().requestFocusInWindow();
        firstName.input().selectAll();
    }

    /** Empties the PIN fields. */
    void forget() {
        pin.setText("");
        pinAgain.setText("");
    }
}
