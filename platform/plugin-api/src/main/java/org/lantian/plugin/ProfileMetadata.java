package org.lantian.plugin;

import java.util.Optional;

/**
 * Who a profile is.
 *
 * @param ref id and version; must equal the plugin's id and version
 * @param name display name, for example 国家大纲
 * @param regionCode GB/T 2260 code of the province, or 000000 for the whole country
 * @param parent the exact version this profile extends; empty only for the national profile
 */
public record ProfileMetadata(ProfileRef ref, String name, String regionCode, Optional<ProfileRef> parent) {

    public ProfileMetadata {
        if (name.isBlank()) {
            throw new IllegalArgumentException("profile " + ref + ": name is empty");
        }
        if (!regionCode.matches("\\d{6}")) {
            throw new IllegalArgumentException("profile " + ref + ": region code must be six digits");
        }
    }
}
