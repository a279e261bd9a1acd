package com.euphoriapos.device.javapos;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import jpos.BaseControl;
import jpos.BaseJposControl;
import jpos.events.DataEvent;
import jpos.events.DirectIOEvent;
import jpos.events.ErrorEvent;
import jpos.events.OutputCompleteEvent;
import jpos.events.StatusUpdateEvent;
import jpos.services.EventCallbacks;

/** Stands in for a control: writes down every event. */
final class RecordedEvents implements EventCallbacks {
    final List<String> seen = new CopyOnWriteArrayList<>();
    volatile Consumer<ErrorEvent> onError = event -> {};
    volatile Runnable onData = () -> {};
    private final BaseJposControl source = new jpos.Scanner();

    @Override
    public void fireDataEvent(DataEvent event) {
        seen.add("data");
        onData.run();
    }

    @Override
    public void fireDirectIOEvent(DirectIOEvent event) {
        seen.add("direct " + event.getEventNumber());
    }

    @Override
    public void fireErrorEvent(ErrorEvent event) {
        onError.accept(event);
        seen.add("error " + event.getErrorCode() + "/" + event.getErrorCodeExtended());
    }

    @Override
    public void fireOutputCompleteEvent(OutputCompleteEvent event) {
        seen.add("printed " + event.getOutputID());
    }

    @Override
    public void fireStatusUpdateEvent(StatusUpdateEvent event) {
        seen.add("status " + event.getStatus());
    }

    @Override
    public BaseControl getEventSource() {
        return source;
    }
}
