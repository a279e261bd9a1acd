package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.present.CloudInvite;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.CloudState;
import com.euphoriapos.ui.manager.CloudState.Page;
import com.euphoriapos.ui.manager.CloudView;
import java.util.function.Consumer;

/** The parts of the cloud on the screen of the lanes: the strip below the list, and what stands at the right. */
final class CloudSection implements CloudView {
    final CloudStrip strip;
    final CloudCard card;
    final EnrolCard form;

    private final Consumer<Page> turned;
    private final Consumer<String> said;
    private Page page = Page.CLOSED;

    /**
     * @param turned told when another page is to stand at the right
     * @param said shows a sentence for a few seconds
     * @param back what Escape does
     */
    CloudSection(CloudPresenter presenter, Consumer<Page> turned, Consumer<String> said, Runnable back) {
        this.turned = turned;
        this.said = said;
        strip = new CloudStrip(presenter);
        card = new CloudCard(presenter);
        form = new EnrolCard(presenter, back);
    }

    @Override
    public void render(CloudState state) {
        Edt.check();
        strip.render(state);
        card.render(state);
        form.render(state);
        if (state.page() != page) {
            page = state.page();
            turned.accept(page);
            switch (page) {
                case DETAILS -> card.focusFirst();
                case FORM -> form.focusFirst();
                case CLOSED -> strip.focusFirst();
            }
        }
    }

    Page page() {
        return page;
    }

    @Override
    public void fill(CloudInvite invite) {
        form.fill(invite);
    }

    @Override
    public void type(String text) {
        form.type(text);
    }

    @Override
    public void clear(boolean addressToo) {
        form.clear(addressToo);
    }

    @Override
    public void say(String sentence) {
        said.accept(sentence);
    }
}
