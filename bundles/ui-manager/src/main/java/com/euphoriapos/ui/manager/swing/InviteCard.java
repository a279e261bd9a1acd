package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.replication.Pairing.Invite;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.CodeLabel;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.LanesPresenter;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** What the new machine needs: the code to type, and the same to scan, with where this lane is. */
final class InviteCard extends Card {
    private static final String HOW =
            "On the new machine choose Join a store, then scan one of these, or type the code. It is good for one lane.";

    private final CodeLabel code = new CodeLabel();
    private final CodePicture qr = CodePicture.qr(190);
    private final CodePicture bars = CodePicture.bars(340, 64);
    private final JLabel addresses = Text.wrapped(" ", Type.SMALL, Tone.TEXT2);
    private final JLabel left = Text.number(" ", Type.QUANTITY, Tone.TEXT);
    private final PosButton close = PosButton.secondary("Close the invite");
    private transient Optional<Invite> shown = Optional.empty();

    InviteCard(LanesPresenter presenter) {
        super(new MigLayout("insets 16 0 16 0, gap 0, fill, wrap 1", "[grow,fill]", "[grow,fill]8[52!]"));
        JPanel body = BackOffice.clear(new MigLayout(
                "insets 0 16 0 16, gap 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]4[]10[]10[]8[]8[]"));
        body.add(Text.of("Invite a lane", Type.QUANTITY), "wmin 0");
        body.add(Text.wrapped(HOW, Type.BODY, Tone.TEXT2), "wmin 0");
        body.add(code, "wmin 0");
        body.add(qr, "growx 0, alignx center");
        body.add(bars, "wmin 0");
        body.add(addresses, "wmin 0");
        JScrollPane pane = Tables.scroll(new Column(body));
        pane.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(pane, "wmin 0, hmin 0");
        JPanel foot = BackOffice.clear(new MigLayout("insets 0 16 0 16, gap 8, fill", "[][]push[]", "[52!]"));
        foot.add(Text.of("Good for", Type.BODY, Tone.TEXT2));
        foot.add(left);
        foot.add(close.on(presenter::closeInvite), "h 52!, w 180!");
        add(foot, "wmin 0");
    }

    void render(Invite invite, String timeLeft, boolean busy) {
        left.setText(timeLeft);
        close.setBusy(busy);
        if (!shown.equals(Optional.of(invite))) {
            shown = Optional.of(invite);
            List<String> groups = List.of(invite.code().strip().split("[\\s-]+"));
            code.show(groups);
            qr.show(invite.scannable(), "QR code of the invite");
            bars.show(bars(invite), "Code 128 of the invite");
            addresses.setText("<html>" + Text.escape(where(invite.addresses())) + "</html>");
        }
    }

    private static String where(List<String> addresses) {
        if (addresses.stream().allMatch(address -> address.startsWith("127."))) {
            return "This computer is on no private network: other machines can’t reach it. Plug its network cable in, then"
                    + " invite again.";
        }
        return "If it asks for an address: " + String.join(" or ", addresses);
    }

    /** With the addresses where that fits in a code whose bars are wide enough to be scanned, else the code alone. */
    private static String bars(Invite invite) {
        return CodePicture.modules(invite.scannable()) <= Scale.px(340) ? invite.scannable() : invite.code();
    }

    /** Nothing of it stays. */
    void forget() {
        shown = Optional.empty();
        code.show(List.of());
        qr.show("", "");
        bars.show("", "");
    }
}
