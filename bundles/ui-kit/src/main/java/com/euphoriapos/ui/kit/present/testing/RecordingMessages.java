package com.euphoriapos.ui.kit.present.testing;

import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Messages;
import java.util.ArrayList;
import java.util.List;

/** Remembers the messages that are shown. Not thread-safe. */
public final class RecordingMessages implements Messages {
    private final List<Message> shown = new ArrayList<>();

    @Override
    public void show(Message message) {
        dismiss(message.id());
        shown.add(message);
    }

    @Override
    public void dismiss(String id) {
        shown.removeIf(message -> message.id().equals(id));
    }

    /** What is shown now, oldest first. */
    public List<Message> shown() {
        return List.copyOf(shown);
    }

    public List<String> titles() {
        return shown.stream().map(Message::title).toList();
    }
}
