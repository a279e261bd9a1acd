package com.euphoriapos.domain;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each role may do in this store. A more trusted role may everything that a less trusted one may, and owners may everything,
 * so that nobody gains by changing to a lower role and the store can't lock itself out.
 *
 * @param authorities one for each role
 */
public record RolePolicy(Map<Role, Authority> authorities) {
    /** What roles may do before anybody changed it. */
    public static final RolePolicy DEFAULT = new RolePolicy(defaults());

    public RolePolicy {
        authorities = Map.copyOf(authorities);
        Optional<String> problem = problem(authorities);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }

    /** What the role may do. */
    public Authority authority(Role role) {
        Authority authority = authorities.get(role);
        if (authority == null) {
            throw new IllegalStateException("no authority of " + role);
        }
        return authority;
    }

    /** The policy with another authority of one role; refused by {@link #problem} where that breaks a rule. */
    public RolePolicy with(Role role, Authority authority) {
        return new RolePolicy(changed(role, authority));
    }

    /** Why the role can't have that authority, in one sentence; empty when it can. */
    public Optional<String> problemWith(Role role, Authority authority) {
        return problem(changed(role, authority));
    }

    private Map<Role, Authority> changed(Role role, Authority authority) {
        Map<Role, Authority> changed = new EnumMap<>(authorities);
        changed.put(role, authority);
        return changed;
    }

    private static Optional<String> problem(Map<Role, Authority> authorities) {
        Role[] roles = Role.values();
        for (Role role : roles) {
            if (!authorities.containsKey(role)) {
                return Optional.of("There is nothing said of the role " + role.title() + ".");
            }
        }
        if (!Authority.FULL.equals(authorities.get(Role.OWNER))) {
            return Optional.of("Owners may everything; that can't be changed.");
        }
        for (int i = 1; i < roles.length; i++) {
            Authority lower = authorities.get(roles[i - 1]);
            Authority higher = authorities.get(roles[i]);
            if (lower != null && higher != null && !higher.covers(lower)) {
                return Optional.of("A " + roles[i - 1].title().toLowerCase(Locale.ROOT)
                        + " would be allowed more than a "
                        + roles[i].title().toLowerCase(Locale.ROOT) + ".");
            }
        }
        return Optional.empty();
    }

    private static Map<Role, Authority> defaults() {
        Map<Role, Authority> defaults = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            defaults.put(role, role.defaultAuthority());
        }
        return defaults;
    }
}
