package com.euphoriapos.api.access;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The console of this very process: its standard input. Whoever types there runs as the user of the operating system who owns the
 * data folder, which nobody else can read; that is who it trusts. While nobody is signed in, its work has an owner's permissions
 * except selling; while somebody is, it has theirs. What it changes stands in the journal with the actor {@link #ACTOR}.
 */
@ProviderType
public interface LocalConsole {
    /** The actor of the journal's entries, in place of an employee's id. */
    String ACTOR = "console";

    /** Runs the work on the calling thread as the console; work that it hands to other threads is not covered. */
    @Unrestricted("only the bundle that reads standard input may use it: a rule of the build")
    <T> T run(Supplier<T> work);
}
