package com.euphoriapos.api.settings;

import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.domain.SaleHours;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The store's settings, read by everybody; changing them is a use case of its own. */
@ProviderType
public interface Settings {
    /** The settings; empty before the set-up. Returns at once, on any thread. */
    @Unrestricted("every screen and every sale needs them, the sign-in screen too; no secret is in them")
    Optional<StoreSettings> current();

    /** What the roles may do in this store. Returns at once, on any thread. */
    @Unrestricted("says what roles may do, nothing of people or sales")
    default RolePolicy roles() {
        return RolePolicy.DEFAULT;
    }

    /** When the law lets the store sell. Returns at once, on any thread. */
    @Unrestricted("a law is no secret")
    default SaleHours saleHours() {
        return SaleHours.ALWAYS;
    }

    /** Whether a scanned badge signs in. Returns at once, on any thread. */
    @Unrestricted("the sign-in screen asks for badges, or does not")
    default boolean badgeSignIn() {
        return false;
    }
}
