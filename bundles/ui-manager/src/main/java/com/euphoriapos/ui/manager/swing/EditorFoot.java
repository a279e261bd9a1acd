package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.widget.PosButton;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The foot of an editor: a line for what is no field's, Save and Cancel; in their place the question about unsaved changes. */
final class EditorFoot extends JPanel {
    private final FormLine line = new FormLine();
    private final PosButton save = PosButton.primary("Save").key("Enter");
    private final JPanel buttons =
            BackOffice.clear(new MigLayout("insets 0, gap 8, fill", "[grow,fill,65%][grow,fill]"));
    private final Question question;
    private boolean asking;
    private transient @Nullable Component before;

    /** What the buttons do. */
    record Actions(Runnable save, Runnable cancel, Runnable discard, Runnable keepEditing) {}

    /**
     * How it is.
     *
     * @param error what went wrong, empty when nothing did
     * @param words what is said otherwise
     * @param saveLabel what the filled button says
     * @param againstSaving why there is nothing to save, empty when there is
     */
    record Look(String error, String words, String saveLabel, String againstSaving, boolean busy, boolean asking) {}

    EditorFoot(Actions actions) {
        super(new MigLayout("insets 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]4[][]"));
        setOpaque(false);
        question = Question.unsaved(actions.discard(), actions.keepEditing());
        buttons.add(save.on(actions.save()), "h 52!");
        buttons.add(PosButton.secondary("Cancel").key("Esc").on(actions.cancel()), "h 52!");
        add(line, "wmin 0");
        add(buttons, "wmin 0");
        question.setVisible(false);
        add(question, "wmin 0");
    }

    /** Whether the question is shown: Enter saves nothing then. */
    boolean asking() {
        return asking;
    }

    /** Whether there is something to save and nothing against it. */
    boolean canSave() {
        return save.isEnabled() && !asking;
    }

    void show(Look look) {
        line.show(look.error(), look.words());
        save.setText(look.saveLabel());
        allow(save, look.againstSaving());
        save.setBusy(look.busy());
        if (look.asking() != asking) {
            ask(look.asking());
        }
    }

    private void ask(boolean on) {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        asking = on;
        buttons.setVisible(!on);
        question.setVisible(on);
        if (on) {
            before = focused;
            question.focus();
        } else if (before != null) {
            // Where one was before the question.
            before.requestFocusInWindow();
            before = null;
        }
    }

    /** Lets a button be tapped, or not, with the reason that is said when somebody tries. */
    static void allow(PosButton button, String reasonAgainst) {
        if (reasonAgainst.isEmpty()) {
            button.allow();
        } else {
            button.disable(reasonAgainst);
        }
    }
}
