package com.euphoriapos.api.setup;

import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.Pairing.Nearby;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** First start and recovery. Methods that write are slow (bcrypt, disk): not on the event thread. */
@ProviderType
public interface LaneSetup {
    /** Where the lane stands. */
    enum State {
        /** Nothing sells before the set-up. */
        NEEDED,
        /** The database is there, but the secret store lost what sign-in needs: the recovery code brings it back. */
        SECRETS_LOST,
        /**
         * The keychain that keeps what sign-in needs can't be reached, such as a locked one. It comes back by itself; until then
         * the recovery code helps too.
         */
        SECRETS_UNREACHABLE,
        /** Ready to sign in. */
        READY
    }

    /** The present state; returns at once, on any thread. */
    @Unrestricted("says only what the first screen is")
    State state();

    /** The answers checked one by one; nothing is changed. Empty when all are good. */
    @Unrestricted("looks at the answers alone")
    List<FieldProblem> check(Answers answers);

    /** Sets the lane up, in one transaction; refused where it is set up already or an answer is bad. */
    @Unrestricted("there is nobody yet; refused where the lane is set up")
    SetupResult setUp(Answers answers);

    /** Sets up the demo store with its own people and products; only on a home that is new or a demo. */
    @Unrestricted("refused on a real store, changes nothing in a demo that is ready")
    void setUpDemo();

    /**
     * Enrols the lane with the store's cloud while nobody can have signed in yet: the last step of the set-up, which may be left out.
     * Blocks on the network.
     *
     * @param recoveryCode what {@link #setUp} gave; only whoever set the lane up has it
     * @param address such as {@code https://cloud.example}
     * @param code as the owner of the cloud has it
     */
    @Unrestricted("the recovery code is what is checked; later a manager enrols")
    EnrolResult enrol(String recoveryCode, String address, String code);

    /** Stores nearby whose lanes announce themselves, as far as is known now; hints. Returns at once. */
    @Unrestricted("anybody on the network hears it")
    List<Nearby> nearby();

    /**
     * Makes this machine a lane of a store that is there already: proves to know the code that a manager has on another lane, gets the
     * store's secrets, products and people. When it has joined, the lane is ready; past sales go on arriving while it sells. Where it
     * fails, at whatever step, everything is as before. Blocks on the network.
     *
     * @param progress told on the calling thread, a few times a second at most
     */
    @Unrestricted("the code is what is checked; refused where the lane is set up")
    JoinResult join(JoinRequest request, Consumer<JoinProgress> progress);

    /** Brings the secrets back from the recovery code; a wrong code changes nothing. */
    @Unrestricted("the recovery code is what is checked; nobody can sign in without it")
    RecoveryResult recover(String recoveryCode);

    /** Prints the code on the receipt printer without keeping it anywhere; says in one sentence what became of it. */
    @Unrestricted("prints what the caller has; reads nothing")
    String printRecoveryCode(String recoveryCode);

    @Unrestricted("hears only what the first screen is")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /**
     * The wizard's answers, as typed.
     *
     * @param taxPercent such as 8.875
     * @param workstationId such as L1: 1 to 8 letters and digits
     * @param ownerPin wiped by {@link LaneSetup#setUp}
     */
    record Answers(
            String storeName,
            List<String> addressLines,
            String taxPercent,
            String currencySymbol,
            String workstationId,
            String ownerFirstName,
            String ownerLastName,
            char[] ownerPin) {
        public Answers {
            addressLines = List.copyOf(addressLines);
        }

        /** Without the PIN. */
        @Override
        public String toString() {
            return "Answers[" + storeName + ", " + workstationId + "]";
        }
    }

    /** What is wrong with an answer; {@code field} is the name of the component of {@link Answers}. */
    record FieldProblem(String field, String reason) {}

    /** What became of the set-up. */
    sealed interface SetupResult {
        /** Done; the code is shown now and never again. */
        record Done(String recoveryCode) implements SetupResult {
            @Override
            public String toString() {
                return "Done[…]";
            }
        }

        /** Nothing was changed. */
        record Refused(List<FieldProblem> problems) implements SetupResult {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * How a machine joins, as typed or scanned.
     *
     * @param address {@code host:port} of a lane of the store; empty to ask whoever is nearby, or where the code was scanned with it
     * @param code as another lane shows it; case, spaces and dashes do not matter
     * @param workstationId such as L2: 1 to 8 letters and digits that no other lane has
     */
    record JoinRequest(String address, String code, String workstationId) {
        /** Without the code. */
        @Override
        public String toString() {
            return "JoinRequest[" + address + ", " + workstationId + "]";
        }
    }

    /**
     * How far joining is.
     *
     * @param done bytes or thousandths
     * @param all of how many; 0 when that is not known
     */
    record JoinProgress(Step step, long done, long all) {
        /** What is done one after the other. */
        public enum Step {
            /** The other lane is asked. */
            ASKING,
            /** Products and people arrive, in bytes. */
            RECEIVING,
            /** They are taken into the database, in thousandths. */
            INSTALLING
        }
    }

    /** What became of joining. */
    sealed interface JoinResult {
        /** The lane belongs to the store and can sell. */
        record Joined(String storeName) implements JoinResult {}

        /** Nothing was changed; {@code field} is the name of the component of {@link JoinRequest}, or empty. */
        record Refused(List<FieldProblem> problems) implements JoinResult {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** What became of a recovery. */
    sealed interface RecoveryResult {
        /** PINs work again. */
        record Recovered() implements RecoveryResult {}

        /** Nothing was changed; one sentence says why. */
        record Refused(String reason) implements RecoveryResult {}
    }

    /** Hears of a new state. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void setupChanged(State state);
    }
}
