package com.euphoriapos.core.settings;

import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the roles may do, as the row {@code roles} of {@code pos_config}. Owners are not in it: they may everything. Pure. */
public final class RoleValues {
    /** Key of the row. */
    public static final String KEY = "roles";

    private RoleValues() {}

    /** The row of a policy: permissions by name, the limits in parts per million and cents. */
    public static String write(RolePolicy policy) {
        return Json.object(json -> {
            for (Role role : Role.values()) {
                if (role == Role.OWNER) {
                    continue;
                }
                Authority authority = policy.authority(role);
                json.writeObjectFieldStart(role.name());
                json.writeArrayFieldStart("permissions");
                for (Permission permission : Permission.values()) {
                    if (authority.may(permission)) {
                        json.writeString(permission.name());
                    }
                }
                json.writeEndArray();
                json.writeNumberField(
                        "largestPercentPpm", authority.largestPercent().partsPerMillion());
                json.writeNumberField("largestAmount", authority.largestAmount().cents());
                json.writeEndObject();
            }
        });
    }

    /**
     * The policy of a row. Names of permissions that this version does not know are left out: a newer lane may know them.
     *
     * @throws IllegalArgumentException when it is damaged, or would break a rule of {@link RolePolicy}
     */
    public static RolePolicy read(String row) {
        JsonObject roles = Json.parseObject(row);
        Map<Role, Authority> authorities = new EnumMap<>(Role.class);
        authorities.put(Role.OWNER, Authority.FULL);
        for (Role role : Role.values()) {
            if (role != Role.OWNER) {
                authorities.put(role, authority(roles.object(role.name())));
            }
        }
        return new RolePolicy(authorities);
    }

    /** The policy that a row stands for; the default where there is none or a damaged one. */
    public static RolePolicy orDefault(Optional<String> row) {
        try {
            return row.map(RoleValues::read).orElse(RolePolicy.DEFAULT);
        } catch (IllegalArgumentException | ClassCastException e) {
            return RolePolicy.DEFAULT;
        }
    }

    private static Authority authority(JsonObject stored) {
        List<String> names = stored.texts("permissions");
        Set<Permission> permissions = Arrays.stream(Permission.values())
                .filter(permission -> names.contains(permission.name()))
                .collect(Collectors.toSet());
        return new Authority(
                permissions,
                new Rate(stored.number("largestPercentPpm")),
                Money.ofCents(stored.number("largestAmount")));
    }
}
