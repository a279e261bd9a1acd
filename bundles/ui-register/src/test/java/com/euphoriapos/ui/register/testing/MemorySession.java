package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import java.time.Duration;
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
    public SignInResult signInByBadge(String code) {
        return new SignInResult.WrongPin();
    }

    @Override
    public SignInResult unlock(char[] pin) {
        return new SignInResult.WrongPin();
    }

    @Override
    public Duration lockedFor() {
        return Duration.ZERO;
    }

    @Override
    public void signOut(String reason) {
        signOut();
    }

    @Override
    public String endedBecause() {
        return "";
    }

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
