package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.RolesPresenter;
import com.euphoriapos.ui.manager.RolesState;
import com.euphoriapos.ui.manager.RolesView;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The matrix at the left, the limits of one role at the right. */
final class RolesPanel extends JPanel implements RolesView {
    private final transient RolesPresenter presenter;
    private final BackOffice frame;
    private final RoleMatrix matrix;
    private final JLabel title = Text.of(" ", Type.QUANTITY);
    private final JLabel rule = Text.wrapped(" ", Type.BODY, Tone.TEXT2);
    private final Field percent = Field.text("Largest % off a line").errorElsewhere();
    private final FormLine percentLine = new FormLine();
    private final Field amount = Field.text("Largest amount off or given back").errorElsewhere();
    private final FormLine amountLine = new FormLine();
    private final FormLine problem = new FormLine();
    private final EditorFoot foot;
    private int shownStamp = -1;
    private boolean filling;

    RolesPanel(RolesPresenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        this.presenter = presenter;
        frame = new BackOffice("Roles", presenter::leave);
        matrix = new RoleMatrix(new Taps());
        foot = new EditorFoot(
                new EditorFoot.Actions(this::save, presenter::cancel, presenter::discard, presenter::keepEditing));
        Card list = new Card(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        list.add(Tables.scroll(matrix.table()), "wmin 0, hmin 0");
        frame.list(list);
        frame.editor(editor());
        add(frame, "wmin 0, hmin 0");
        percent.onChange(text -> typed(() -> presenter.percent(text)));
        amount.onChange(text -> typed(() -> presenter.amount(text)));
        KeyBindings.bind(this, PosKeys.BACK, presenter::back);
        KeyBindings.bind(this, PosKeys.ACCEPT, this::save);
    }

    private Card editor() {
        Card card = new Card(
                new MigLayout("insets 16, gap 0, fill, wrap 1", "[grow,fill]", "[44!]4[]12[]0[]2[]0[]8[]push[]"));
        card.add(title, "split 2, growx, wmin 0");
        card.add(OnScreenKeyboard.button(percent.input()), "w 44!, h 44!, growx 0");
        card.add(rule, "wmin 0");
        card.add(percent, "wmin 0");
        card.add(percentLine, "wmin 0");
        card.add(amount, "wmin 0");
        card.add(amountLine, "wmin 0");
        card.add(problem, "wmin 0");
        card.add(foot, "wmin 0");
        for (Field field : new Field[] {percent, amount}) {
            OnScreenKeyboard.follow(field.input());
            field.input().addActionListener(e -> save());
        }
        return card;
    }

    private void typed(Runnable tell) {
        if (!filling) {
            tell.run();
        }
    }

    private void save() {
        if (!foot.asking()) {
            presenter.save();
        }
    }

    void focusFirst() {
        matrix.table().requestFocusInWindow();
    }

    @Override
    public void render(RolesState state) {
        Edt.check();
        filling = true;
        matrix.show(state);
        Role role = state.chosen();
        title.setText(role.title());
        rule.setText("<html>PINs have at least " + role.pinLengthMin()
                + " digits. What goes beyond these limits asks for somebody who may more.</html>");
        if (state.stamp() != shownStamp) {
            shownStamp = state.stamp();
            percent.setText(state.percent());
            amount.setText(state.amount());
        }
        boolean open = state.readOnly().isEmpty() && !state.busy();
        for (JTextField field : new JTextField[] {percent.input(), amount.input()}) {
            field.setEditable(open);
        }
        percent.setError(state.error("percent").isEmpty() ? null : state.error("percent"));
        percentLine.show(state.error("percent"), "0 to 100");
        amount.setError(state.error("amount").isEmpty() ? null : state.error("amount"));
        amountLine.show(state.error("amount"), "Empty for no limit");
        problem.show(state.problem(), "");
        foot.show(new EditorFoot.Look(
                state.error("form"), state.readOnly(), "Save", againstSaving(state), state.busy(), state.asking()));
        filling = false;
    }

    private static String againstSaving(RolesState state) {
        if (!state.readOnly().isEmpty()) {
            return state.readOnly();
        }
        if (!state.changed()) {
            return "Nothing was changed";
        }
        boolean unreadable =
                !state.error("percent").isEmpty() || !state.error("amount").isEmpty();
        return unreadable ? "A limit cannot be read" : state.problem();
    }

    @Override
    public void say(String sentence) {
        frame.say(sentence);
    }

    /** A cell that holds a limit leads to its field. */
    private final class Taps implements RoleMatrix.Taps {
        @Override
        public void choose(Role role) {
            presenter.choose(role);
        }

        @Override
        public void toggle(Role role, Permission permission) {
            presenter.toggle(role, permission);
        }

        @Override
        public void limit(Role role, int index) {
            presenter.choose(role);
            JTextField field = (index == 0 ? percent : amount).input();
            field.requestFocusInWindow();
            field.selectAll();
        }
    }
}
