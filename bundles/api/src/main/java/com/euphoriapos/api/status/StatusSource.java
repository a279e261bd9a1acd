package com.euphoriapos.api.status;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: register a service to put items on the lane bar. Called on any thread; must return at once. */
@ConsumerType
public interface StatusSource {
    /** Service property: place on the bar from the left, an Integer; default 100. */
    String PROPERTY_ORDER = "status.order";

    /** The items now. */
    List<StatusItem> items();

    /** Sets who is called when the items changed; null when nobody is any longer. */
    void onChange(@org.jspecify.annotations.Nullable Runnable listener);
}
