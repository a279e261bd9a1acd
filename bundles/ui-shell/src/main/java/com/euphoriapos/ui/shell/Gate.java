package com.euphoriapos.ui.shell;

import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Authorization;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.ui.kit.present.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who may open which screen, and who may in the store's present policy. The use cases ask again; this is for the words. */
final class Gate {
    private final Lane lane;

    Gate(Lane lane) {
        this.lane = lane;
    }

    /** Why the person signed in may not open it, in a sentence that says who may; empty when they may. */
    Optional<String> refusal(Screen screen) {
        Optional<String> name = screen.permission();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Permission> needed = permission(name.get());
        if (needed.isEmpty()) {
            return Optional.of("“" + screen.title() + "” asks for a permission that nobody has here");
        }
        Optional<Operator> person = lane.operator();
        if (person.isPresent() && person.get().may(needed.get())) {
            return Optional.empty();
        }
        String who = person.map(Operator::shortName).orElse("Who is not signed in");
        return Optional.of(who + " may not open “" + screen.title() + "”; " + roles(needed.get()) + " may");
    }

    /** The roles with a permission, such as "a manager or an owner". */
    private String roles(Permission permission) {
        return Role.anyOf(rolesWith(permission));
    }

    /** The least trusted role with a permission; each above it has it too: "a shift lead or above". */
    String roleAtLeast(Permission permission) {
        List<Role> roles = rolesWith(permission);
        return roles.get(0).withArticle() + (roles.size() > 1 ? " or above" : "");
    }

    private List<Role> rolesWith(Permission permission) {
        RolePolicy policy = lane.settings().get().map(Settings::roles).orElse(RolePolicy.DEFAULT);
        return Authorization.rolesAllowing(policy, Act.of(permission));
    }

    private static Optional<Permission> permission(String name) {
        return Arrays.stream(Permission.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
