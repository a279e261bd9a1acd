package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import java.util.List;
import java.util.Optional;

/** Dana is signed in. */
public final class MemorySession implements Session {
    private static final Operator DANA = new Operator("e1", "Dana", "Reyes", Role.CASHIER);

    @Override
    public SignInResult signIn(char[] pin) {
        return new SignInResult.SignedIn(DANA);
    }

    @Override
    public void signOut() {}

    @Override
    public Optional<Operator> current() {
        return Optional.of(DANA);
    }

    @Override
    public List<Operator> staff() {
        return List.of(DANA);
    }

    @Override
    public void addListener(Listener listener) {}

    @Override
    public void removeListener(Listener listener) {}
}
