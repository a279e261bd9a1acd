package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.replication.CloudLink.EnrolResult.Part;
import com.euphoriapos.ui.kit.present.CloudInvite;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.CloudState;
import com.euphoriapos.ui.manager.CloudState.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Where the cloud is, and the code that lets this lane in. */
final class EnrolCard extends Card {
    private static final String HOW =
            "The owner of the cloud makes a code for this store. It lets in one lane, and not for long: scan it, paste it or type it.";

    private final transient CloudPresenter presenter;
    private final Field address = Field.text("Address of the cloud")
            .placeholder("such as https://cloud.example")
            .twoLineError();
    private final Field code = Field.text("One-time code of the store").twoLineError();
    private final FormLine line = new FormLine();
    private final PosButton enrol = PosButton.primary("Enrol").key("Enter");
    private final PosButton cancel = PosButton.secondary("Cancel").key("Esc");
    private transient Map<Part, String> shown = Map.of();

    /** @param cancelled leaves the form */
    EnrolCard(CloudPresenter presenter, Runnable cancelled) {
        super(new MigLayout(
                "insets 16, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[48!]4[]14[]2[]push[]4[52!]"));
        this.presenter = presenter;
        JPanel head = BackOffice.clear(new MigLayout("insets 0, gap 12, fill", "[grow,fill][44!]", "[48!]"));
        head.add(Text.of("Enrol with the cloud", Type.QUANTITY), "wmin 0");
        head.add(OnScreenKeyboard.button(address.input()), "h 44!");
        add(head, "wmin 0");
        add(Text.wrapped(HOW, Type.BODY, Tone.TEXT2), "wmin 0");
        add(address, "wmin 0");
        add(code, "wmin 0");
        add(line, "wmin 0");
        JPanel foot = BackOffice.clear(new MigLayout("insets 0, gap 8, fill", "[grow,fill,sg b][grow,fill,sg b]"));
        foot.add(enrol.on(this::enrol), "h 52!, wmin 0");
        foot.add(cancel.on(cancelled), "h 52!, wmin 0");
        add(foot, "wmin 0");
        address.onChange(() -> presenter.typed(Part.ADDRESS));
        code.onChange(() -> presenter.typed(Part.CODE));
        for (Field field : List.of(address, code)) {
            field.input().addActionListener(e -> enrol());
            OnScreenKeyboard.follow(field.input());
        }
    }

    private void enrol() {
        presenter.enrol(address.text(), code.text());
    }

    void render(CloudState state) {
        address.setError(state.errors().get(Part.ADDRESS));
        code.setError(state.errors().get(Part.CODE));
        line.show(state.errors().getOrDefault(Part.OTHER, ""), "");
        enrol.setBusy(state.busy().equals(Optional.of(Work.ENROL)));
        if (!state.errors().equals(shown)) {
            shown = state.errors();
            if (shown.containsKey(Part.ADDRESS)) {
                address.input().requestFocusInWindow();
            } else if (shown.containsKey(Part.CODE)) {
                code.input().requestFocusInWindow();
            }
        }
    }

    void fill(CloudInvite invite) {
        if (!invite.address().isEmpty()) {
            address.setText(invite.address());
        }
        if (!invite.code().isEmpty()) {
            code.setText(invite.code());
        }
    }

    void type(String text) {
        (code.input().isFocusOwner() ? code : address).input().replaceSelection(text);
    }

    void clear(boolean addressToo) {
        code.setText("");
        if (addressToo) {
            address.setText("");
        }
    }

    void focusFirst() {
        (address.text().isEmpty() ? address : code).input().requestFocusInWindow();
    }
}
