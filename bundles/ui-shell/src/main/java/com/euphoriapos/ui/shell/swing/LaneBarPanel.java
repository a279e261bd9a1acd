package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Avatar;
import com.euphoriapos.ui.kit.widget.ButtonKind;
import com.euphoriapos.ui.kit.widget.Chip;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tag;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.ChipRow;
import com.euphoriapos.ui.shell.LaneBarState;
import com.euphoriapos.ui.shell.LaneBarView;
import java.awt.Component;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.border.MatteBorder;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The bar at the top: 56 high. The chips shrink in steps until they fit; nothing else moves. */
final class LaneBarPanel extends JPanel implements LaneBarView {
    private final JLabel store = Text.of("", Type.ITEM);
    private final Tag lane = Tag.plain("");
    private final JPanel chips = new JPanel(new MigLayout("insets 0, gap 4, hidemode 3"));
    private final JLabel notice = Text.of("", Type.SMALL_STRONG, Tone.TEXT2);
    private final JLabel clock = Text.of("", Type.ITEM);
    private final Avatar avatar = new Avatar("", 32);
    private final JLabel person = Text.of("", Type.BODY_STRONG);
    private final PosButton lock;
    private final transient BiConsumer<Component, List<StatusItem>> tapped;
    private transient @Nullable LaneBarState state;
    private transient List<ChipRow.Entry> row = List.of();

    /** @param tapped called with a tapped chip and what it stands for */
    LaneBarPanel(Runnable lockAction, BiConsumer<Component, List<StatusItem>> tapped) {
        super(new MigLayout(
                "insets 0 12 0 12, gap 0, fill, hidemode 3, h 55!",
                "[][shrinkprio 200][][grow,right][][][][][]",
                "[center]"));
        this.tapped = tapped;
        Text.tone(this, Tone.TEXT, Tone.SURFACE);
        lock = PosButton.iconOnly(ButtonKind.SECONDARY, Glyph.LOCK, "Lock")
                .key("F11")
                .on(lockAction);
        chips.setOpaque(false);
        add(new Logo(32), "cell 0 0");
        add(store, "cell 1 0, wmin 40, gapleft 10");
        add(lane, "cell 2 0, gapleft 10");
        add(chips, "cell 3 0, right, gapleft 12");
        add(notice, "cell 4 0, gapleft 14");
        add(clock, "cell 5 0, gapleft 14");
        add(avatar, "cell 6 0, gapleft 16");
        add(person, "cell 7 0, gapleft 8");
        add(lock, "cell 8 0, h 44!, gapleft 14");
        notice.setVisible(false);
        personVisible(false);
        lane.setVisible(false);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                fitChips();
            }
        });
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(new MatteBorder(0, 0, 1, 0, Tone.LINE.color()));
    }

    @Override
    public void render(LaneBarState next) {
        Edt.check();
        state = next;
        store.setText(next.store());
        lane.setText(next.lane());
        lane.setVisible(!next.lane().isEmpty());
        notice.setText(next.notice());
        notice.setVisible(!next.notice().isEmpty());
        notice.setIcon(next.notice().isEmpty() ? null : Glyph.LOCK.icon(15, Tone.TEXT2));
        clock.setText(next.clock());
        personVisible(next.person().isPresent());
        next.person().ifPresent(name -> {
            avatar.setPerson(name);
            person.setText(name);
        });
        fitChips();
    }

    private void personVisible(boolean visible) {
        avatar.setVisible(visible);
        person.setVisible(visible);
        lock.setVisible(visible);
    }

    private void fitChips() {
        LaneBarState now = state;
        if (now == null || getWidth() == 0) {
            return;
        }
        boolean small = Room.of(getWidth()) == Room.SMALL;
        int room = getWidth() - othersWidth();
        int step = ChipRow.firstStep(small, now.items());
        List<ChipRow.Entry> fitting = ChipRow.at(step, now.items());
        while (step < ChipRow.STEPS - 1 && widthOf(fitting, small) > room) {
            step++;
            fitting = ChipRow.at(step, now.items());
        }
        if (!fitting.equals(row)) {
            row = fitting;
            showChips(small);
        }
    }

    private int othersWidth() {
        int width = Scale.px(24 + 10 + 10 + 12 + 14 + 14 + 16 + 8 + 14);
        for (Component each : getComponents()) {
            if (each != chips && each.isVisible()) {
                width += each.getPreferredSize().width;
            }
        }
        return width;
    }

    private static int gap(boolean small) {
        return small ? 4 : 10;
    }

    private static int widthOf(List<ChipRow.Entry> entries, boolean small) {
        int width = 0;
        for (ChipRow.Entry entry : entries) {
            width += new Chip(level(entry), entry.text()).getPreferredSize().width + Scale.px(gap(small));
        }
        return width;
    }

    private void showChips(boolean small) {
        chips.removeAll();
        chips.setLayout(new MigLayout("insets 0, gap " + gap(small)));
        for (ChipRow.Entry entry : row) {
            Chip chip = new Chip(level(entry), entry.text());
            chip.addActionListener(e -> tapped.accept(chip, entry.items()));
            chips.add(chip, "h 44!");
        }
        revalidate();
        repaint();
    }

    static Level level(ChipRow.Entry entry) {
        return level(entry.level());
    }

    static Level level(StatusItem.Level level) {
        return switch (level) {
            case OK -> Level.OK;
            case OFF -> Level.INFO;
            case WARN -> Level.WARN;
            case DANGER -> Level.DANGER;
        };
    }
}
