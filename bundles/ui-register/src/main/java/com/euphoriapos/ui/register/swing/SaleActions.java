package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.register.Acts;
import com.euphoriapos.ui.register.SalePresenter;
import java.util.Optional;

/** What the parts of the sale screen ask for; the presenter answers. */
record SaleActions(SalePresenter presenter, Caps caps) {
    void chooseLine(int number) {
        presenter.chooseLine(number);
    }

    Acts acts() {
        return presenter.acts();
    }

    void minus() {
        presenter.minus();
    }

    void plus() {
        presenter.plus();
    }

    /** The button by which a sheet is left with nothing done. */
    PosButton leave(String label) {
        return PosButton.secondary(label).glyph(Glyph.X).key(caps.back()).on(presenter::escape);
    }

    void typed(String digits) {
        digits.chars().forEach(c -> presenter.digit((char) c));
    }

    void department(String id) {
        presenter.department(
                id.equals(TilePane.TOP)
                        ? Optional.empty()
                        : Optional.of(com.euphoriapos.domain.Department.valueOf(id)));
    }
}
