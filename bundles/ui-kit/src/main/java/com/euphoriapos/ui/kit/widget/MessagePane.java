package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Messages;
import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.Timer;

/**
 * Shows one message at a time, the worst first and among equals the latest, with a count of the rest. A toast goes after
 * four seconds. {@link #show} and {@link #dismiss} are thread-safe.
 */
public final class MessagePane extends JPanel implements Messages {
    private static final int TOAST_MILLIS = 4000;
    private static final int MESSAGES_MAX = 50;

    private final transient Edt edt = new Edt();
    private final transient List<Message> messages = new ArrayList<>();
    private final Timer toastEnds = new Timer(TOAST_MILLIS, e -> removeToasts());

    public MessagePane() {
        super(new BorderLayout());
        setOpaque(false);
        setVisible(false);
        toastEnds.setRepeats(false);
    }

    @Override
    public void show(Message message) {
        edt.now(() -> put(message));
    }

    @Override
    public void dismiss(String id) {
        edt.now(() -> {
            if (messages.removeIf(each -> each.id().equals(id))) {
                refresh();
            }
        });
    }

    /** The message that is shown now. */
    public Optional<Message> current() {
        return messages.stream().max(Comparator.comparing(Message::kind));
    }

    /**
     * Does what the first choice with this key cap says, for screens that bind the keys.
     *
     * @return false when the message shown has no such choice
     */
    public boolean choose(String key) {
        Optional<Message.Choice> choice = current().stream()
                .flatMap(message -> message.choices().stream())
                .filter(each -> key.equals(each.key()))
                .findFirst();
        choice.ifPresent(each -> each.action().run());
        return choice.isPresent();
    }

    private void put(Message message) {
        messages.removeIf(each -> each.id().equals(message.id()));
        if (messages.size() >= MESSAGES_MAX) {
            messages.remove(messages.size() - 1);
        }
        // The latest stands first, because max() keeps the first of equals.
        messages.add(0, message);
        if (passes(message)) {
            toastEnds.restart();
        }
        refresh();
    }

    private static boolean passes(Message message) {
        return message.kind() == Message.Kind.TOAST || message.kind() == Message.Kind.REFUSAL;
    }

    private void removeToasts() {
        messages.removeIf(MessagePane::passes);
        refresh();
    }

    private void refresh() {
        removeAll();
        current().ifPresent(message -> add(new MessageBox(message, messages.size() - 1)));
        setVisible(!messages.isEmpty());
        revalidate();
        repaint();
    }
}
