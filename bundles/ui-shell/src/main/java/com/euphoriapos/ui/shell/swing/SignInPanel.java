package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Avatar;
import com.euphoriapos.ui.kit.widget.ButtonKind;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.CardButton;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.SignInPresenter;
import com.euphoriapos.ui.shell.SignInState;
import com.euphoriapos.ui.shell.SignInView;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.border.EmptyBorder;
import net.miginfocom.swing.MigLayout;

/** People and kept sale at the left, the PIN at the right. */
final class SignInPanel extends JPanel implements SignInView {
    private final transient SignInPresenter presenter;
    private final JLabel greeting = Text.of(" ", Type.GREETING);
    private final JLabel day = Text.of(" ", Type.FIELD, Tone.TEXT2);
    private final JPanel tiles = new JPanel();
    private final JScrollPane tileScroll = Tables.scroll(tiles);
    private final Notice kept = new Notice(Glyph.PLAYER_PAUSE, "Your sale is kept");
    private final Notice demo = new Notice(Glyph.INFO_CIRCLE, "This is a demo store");
    private final PinCard card;
    private final Map<String, CardButton> tileOf = new HashMap<>();
    private transient List<SignInState.Person> shownPeople = List.of();
    private boolean small;

    SignInPanel(SignInPresenter presenter) {
        super(new MigLayout("insets 12, gap 0, fill", "push[]64[]push", "push[]push"));
        this.presenter = presenter;
        card = new PinCard(presenter);
        tiles.setOpaque(false);
        tileScroll.setOpaque(false);
        tileScroll.getViewport().setOpaque(false);
        add(leftColumn(), "growy, hmin 0");
        add(card, "grow");
        bindKeys();
        arrange(false);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                arrange(Room.of(getWidth()) == Room.SMALL);
            }
        });
    }

    private JPanel leftColumn() {
        JPanel left = new JPanel(
                new MigLayout("insets 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]2[]22[grow,top][][]"));
        left.setOpaque(false);
        left.add(greeting);
        left.add(day);
        left.add(tileScroll, "grow, hmin 0");
        left.add(demo, "h 68!, gaptop 12");
        left.add(kept, "h 68!, gaptop 12");
        return left;
    }

    /** Sizes for a small or a larger room. */
    private void arrange(boolean smallRoom) {
        small = smallRoom;
        MigLayout layout = (MigLayout) getLayout();
        layout.setColumnConstraints(smallRoom ? "push[500!]40[372!]push" : "push[572!]64[408!]push");
        layout.setRowConstraints("push[" + (smallRoom ? "569" : "586") + "!]push");
        layoutTiles();
        revalidate();
    }

    private void layoutTiles() {
        String width = small ? "244!" : "280!";
        tiles.setLayout(
                new MigLayout("insets 0, gap 12, wrap 2", "[" + width + "]12[" + width + "]", "[92:104:104,fill]"));
        tiles.removeAll();
        shownPeople.forEach(person -> {
            CardButton tile = tileOf.get(person.id());
            if (tile != null) {
                tiles.add(tile, "grow");
            }
        });
        tiles.revalidate();
    }

    private void bindKeys() {
        Keys keys = new Keys(this);
        for (char digit = '0'; digit <= '9'; digit++) {
            char typed = digit;
            keys.typed(typed, () -> presenter.digit(typed));
        }
        keys.pressed("BACK_SPACE", presenter::backspace);
        keys.pressed("ESCAPE", presenter::escape);
        keys.pressed(PinCard.UNLOCK_KEY, presenter::unlock);
        keys.pressed("ENTER", presenter::submit);
    }

    @Override
    public void render(SignInState state) {
        Edt.check();
        greeting.setText(state.greeting());
        day.setText(state.day());
        if (!state.people().equals(shownPeople)) {
            showPeople(state.people());
        }
        tileOf.forEach((id, tile) -> tile.setChosen(id.equals(state.chosen())));
        card.render(state.pin(), state.chosenPerson());
        kept.setVisible(state.kept().isPresent());
        state.kept().ifPresent(k -> kept.setDetail(k.words()));
        demo.setVisible(!state.hint().isEmpty());
        demo.setDetail(state.hint());
    }

    @Override
    public void shake() {
        card.shake();
    }

    private void showPeople(List<SignInState.Person> people) {
        shownPeople = people;
        tileOf.clear();
        for (SignInState.Person person : people) {
            tileOf.put(person.id(), tile(person));
        }
        layoutTiles();
        tileScroll.repaint();
    }

    private CardButton tile(SignInState.Person person) {
        CardButton tile = new CardButton(ButtonKind.SECONDARY, person.name() + ", " + person.role());
        tile.radius(12);
        // The button's own border would add to the insets of the layout.
        tile.setBorder(new EmptyBorder(0, 0, 0, 0));
        tile.setLayout(new MigLayout("insets 14, gap 0, fill", "[48!]12[grow]", "push[]push"));
        tile.add(new Avatar(person.name(), 48), "w 48!, h 48!");
        JPanel words = new JPanel(new MigLayout("insets 0, gap 0, wrap 1", "[grow]", "[]2[]"));
        words.setOpaque(false);
        words.add(Text.of(person.name(), Type.LINE_TOTAL), "wmin 0");
        words.add(Text.of(person.role(), Type.SMALL, Tone.TEXT2), "wmin 0");
        tile.add(words, "growx, wmin 0");
        tile.addActionListener(e -> presenter.choose(person.id()));
        return tile;
    }

    /** A tinted strip with an icon, a title and a line below. */
    private static final class Notice extends Card {
        private final JLabel detail = Text.of("", Type.SMALL, Tone.TEXT2);

        Notice(Glyph glyph, String title) {
            super(new MigLayout("insets 0 18 0 18, gap 0, fill", "[]12[grow]", "push[]push"));
            fill(Tone.ACCENT_TINT).edge(Tone.ACCENT_TINT, 1);
            JPanel words = new JPanel(new MigLayout("insets 0, gap 0, wrap 1", "[grow]", "[]1[]"));
            words.setOpaque(false);
            words.add(Text.of(title, Type.ITEM), "wmin 0");
            words.add(detail, "wmin 0");
            add(new JLabel(glyph.icon(24, Tone.ACCENT_TEXT)));
            add(words, "growx, wmin 0");
            setVisible(false);
        }

        void setDetail(String words) {
            detail.setText(words);
        }
    }
}
