package com.euphoriapos.api.access;

import com.euphoriapos.domain.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The use case asserts, in the core, that somebody with one of these permissions is signed in, or that the local console calls.
 * Every method of a service either has this or {@link Unrestricted}; a test enumerates them and calls each without the right.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    /** One of them is enough. */
    Permission[] value();

    /** Whether somebody without the permission may do it with an approval on the spot. */
    boolean orApproval() default false;
}
