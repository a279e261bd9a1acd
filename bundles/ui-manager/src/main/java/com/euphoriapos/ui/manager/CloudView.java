package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.CloudInvite;

/** The cloud, among the lanes. */
public interface CloudView extends BackOfficeView {
    void render(CloudState state);

    /** Writes into the fields; what the invite lacks stays as it is. */
    void fill(CloudInvite invite);

    /** Writes a text where the person is typing. */
    void type(String text);

    /** Empties the field of the code, or both. */
    void clear(boolean addressToo);
}
