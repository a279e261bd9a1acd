package com.euphoriapos.ui.register.swing;

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
