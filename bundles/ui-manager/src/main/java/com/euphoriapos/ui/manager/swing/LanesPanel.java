package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.CloudState.Page;
import com.euphoriapos.ui.manager.LanesPresenter;
import com.euphoriapos.ui.manager.LanesState;
import com.euphoriapos.ui.manager.LanesState.Row;
import com.euphoriapos.ui.manager.LanesView;
import com.euphoriapos.ui.manager.ParkedPresenter;
import java.awt.CardLayout;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The lanes at the left; one of them, or the invite, at the right. */
final class LanesPanel extends JPanel implements LanesView {
    private static final int TICK_MILLIS = 1000;
    private static final String CALM = "calm";
    private static final String LANE = "lane";
    private static final String INVITE = "invite";
    private static final String CLOUD = "cloud";
    private static final String ENROL = "enrol";
    private static final String PARKED = "parked";

    private final transient LanesPresenter presenter;
    private final transient CloudPresenter cloudPresenter;
    private final transient CloudSection cloud;
    private final transient ParkedPresenter parkedPresenter;
    private final ParkedCard parked;
    private final BackOffice frame;
    private final PosButton add =
            PosButton.secondary("Invite a lane").key("Ins").glyph(Glyph.PLUS);
    private final Rows rows = new Rows("Lane", "State", "Last heard", "To send");
    private final JTable table = Tables.of(rows);
    private final JPanel news =
            BackOffice.clear(new MigLayout("insets 0, gap 0 6, fillx, wrap 2", "[][grow,fill]", ""));
    private final JLabel alone = Text.wrapped(" ", Type.BODY, Tone.TEXT2);
    private final JPanel right = BackOffice.clear(new MigLayout("insets 0"));
    private final LaneCard lane;
    private final InviteCard invite;
    private final FormLine error = new FormLine();
    private final Timer ticks;
    private String card = CALM;
    private transient List<Row> shown = List.of();
    private transient List<String> shownNews = List.of();
    private boolean filling;
    /** Whether it was asked if something is done for good. */
    private boolean asks;

    LanesPanel(LanesPresenter presenter, CloudPresenter cloudPresenter, ParkedPresenter parkedPresenter) {
        super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        this.presenter = presenter;
        this.cloudPresenter = cloudPresenter;
        this.parkedPresenter = parkedPresenter;
        ticks = new Timer(TICK_MILLIS, e -> {
            presenter.tick();
            cloudPresenter.read();
            parkedPresenter.read();
        });
        frame = new BackOffice("Lanes", this::back);
        frame.tool(add.on(this::inviteOne), "h 44!, w pref!, pushx, alignx right");
        cloud = new CloudSection(cloudPresenter, this::turned, frame::say, this::back);
        parked = new ParkedCard(parkedPresenter, this::parkedTurned, frame::say);
        frame.list(left());
        lane = new LaneCard(presenter);
        invite = new InviteCard(presenter);
        right.setLayout(new CardLayout());
        right.add(calm(), CALM);
        right.add(lane, LANE);
        right.add(invite, INVITE);
        right.add(cloud.card, CLOUD);
        right.add(cloud.form, ENROL);
        right.add(parked, PARKED);
        frame.editor(right);
        add(frame, "wmin 0, hmin 0");
        KeyBindings.bind(this, PosKeys.BACK, this::back);
        KeyBindings.bind(this, PosKeys.ADD_ITEM, this::inviteOne);
    }

    CloudSection cloud() {
        return cloud;
    }

    ParkedCard parked() {
        return parked;
    }

    /** From the innermost thing outwards. */
    private void back() {
        if (!cloudPresenter.back() && !parkedPresenter.back()) {
            presenter.back();
        }
    }

    private void inviteOne() {
        cloudPresenter.close();
        parkedPresenter.close();
        presenter.invite();
    }

    /** The cloud takes the place of a lane, and gives it back. */
    private void turned(Page page) {
        if (page != Page.CLOSED) {
            parkedPresenter.close();
            presenter.choose("");
        }
        turn();
    }

    /** So do messages that are not applied. */
    private void parkedTurned(boolean open) {
        if (open) {
            cloudPresenter.close();
            presenter.choose("");
        }
        turn();
    }

    private void turn() {
        String front =
                switch (cloud.page()) {
                    case CLOSED -> parkedPresenter.isOpen() ? PARKED : card;
                    case DETAILS -> CLOUD;
                    case FORM -> ENROL;
                };
        ((CardLayout) right.getLayout()).show(right, front);
    }

    private JPanel left() {
        Card card =
                new Card(new MigLayout("insets 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[][grow,fill][]"));
        JPanel above =
                BackOffice.clear(new MigLayout("insets 0, gap 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[][]"));
        above.add(news, "gap 16 16 0 8, wmin 0");
        JPanel look = BackOffice.clear(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[]push", "[]"));
        look.add(parked.look, "gap 16 16 0 8, h 44!, w pref!");
        above.add(look, "wmin 0");
        card.add(above, "wmin 0");
        Tables.nameColumn(table, 0);
        Tables.stateColumn(table, 1);
        Tables.numberColumn(table, 3);
        Tables.widths(table, 92, 164, 118, 0);
        table.getAccessibleContext().setAccessibleName("Lanes of the store");
        table.getSelectionModel().addListSelectionListener(e -> {
            int row = table.getSelectedRow();
            if (!filling && !e.getValueIsAdjusting() && row >= 0 && row < shown.size()) {
                cloudPresenter.close();
                parkedPresenter.close();
                presenter.choose(shown.get(row).lane().node());
            }
        });
        card.add(Tables.scroll(table), "hmin 0, wmin 0");
        card.add(alone, "gap 16 16 12 12, wmin 0");
        JPanel left = BackOffice.clear(new MigLayout("insets 0, gap 12, fill, wrap 1", "[grow,fill]", "[grow,fill][]"));
        left.add(card, "hmin 0, wmin 0");
        left.add(cloud.strip, "wmin 0");
        return left;
    }

    private JPanel calm() {
        Card calm = new Card(new MigLayout("insets 24, gap 8, fill, wrap 1", "[grow,fill]", "push[][][][]push"));
        JLabel icon = new JLabel(Glyph.DEVICES.icon(48, Tone.BORDER));
        icon.setHorizontalAlignment(JLabel.CENTER);
        calm.add(icon);
        calm.add(centred("Choose a lane at the left", Type.QUANTITY, Tone.TEXT), "wmin 0");
        calm.add(centred("or invite another one. Each sells alone; all agree.", Type.BODY, Tone.TEXT2), "wmin 0");
        calm.add(error, "wmin 0, gaptop 8");
        return calm;
    }

    private static JLabel centred(String words, Type type, Tone tone) {
        JLabel label = Text.wrapped(" ", type, tone);
        label.setText("<html><center>" + Text.escape(words) + "</center></html>");
        label.setHorizontalAlignment(JLabel.CENTER);
        return label;
    }

    @Override
    public void addNotify() {
        super.addNotify();
        ticks.start();
    }

    @Override
    public void removeNotify() {
        ticks.stop();
        super.removeNotify();
    }

    @Override
    public void render(LanesState state) {
        Edt.check();
        filling = true;
        renderNews(state.news());
        if (!state.rows().equals(shown)) {
            shown = state.rows();
            rows.show(shown.stream().map(LanesPanel::cells).toList());
        }
        select(state);
        boolean onlyOne = state.rows().size() == 1;
        alone.setVisible(onlyOne);
        alone.setText("<html>This is the store’s only lane. Invite a lane when there is a second register.</html>");
        add.setBusy(state.busy());
        error.show(state.error(), "");
        if (state.invite().isPresent()) {
            invite.render(state.invite().get(), state.left(), state.busy());
        } else {
            invite.forget();
        }
        state.chosen().ifPresent(row -> lane.render(row, state));
        if (asks && state.asking().isEmpty()) {
            // The button that was pressed is gone: the focus would go to the first thing on the screen.
            focusFirst();
        }
        asks = state.asking().isPresent();
        card = state.invite().isPresent() && state.asking().isEmpty()
                ? INVITE
                : state.chosen().isPresent() ? LANE : CALM;
        turn();
        filling = false;
    }

    private void select(LanesState state) {
        int at = state.chosen().map(shown::indexOf).orElse(-1);
        if (at < 0) {
            table.clearSelection();
        } else if (table.getSelectedRow() != at) {
            table.setRowSelectionInterval(at, at);
        }
    }

    private void renderNews(List<String> sentences) {
        if (!sentences.equals(shownNews)) {
            shownNews = sentences;
            news.removeAll();
            for (String sentence : sentences) {
                news.add(
                        new JLabel(Glyph.ALERT_TRIANGLE_FILLED.icon(18, Tone.WARN)),
                        "aligny top, gaptop 12, gapright 8");
                news.add(Text.wrapped(sentence, Type.BODY, Tone.WARN), "wmin 0, gaptop 12");
            }
            news.setVisible(!sentences.isEmpty());
            news.revalidate();
        }
    }

    private static List<Object> cells(Row row) {
        Level level =
                switch (row.level()) {
                    case OK -> Level.OK;
                    case WARN -> Level.WARN;
                    case DANGER -> Level.DANGER;
                    case OFF -> Level.INFO;
                };
        return List.of(row.lane().label(), new Tables.State(level, row.state()), row.lastExchange(), row.backlog());
    }

    @Override
    public void say(String sentence) {
        frame.say(sentence);
    }

    void focusFirst() {
        table.requestFocusInWindow();
    }
}
