package org.lantian.diagnosis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.DiagnosisEngine;
import org.lantian.profile.Profiles;

/** Compiled rules by the hash of their profile: compiled once, whatever the number of tenants that pin it. */
@Singleton
class DiagnosisEngines {

    private final Map<String, DiagnosisEngine> byHash = new ConcurrentHashMap<>();
    private final Profiles profiles;

    DiagnosisEngines(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Of the open transaction's tenant. */
    DiagnosisEngine current() {
        ResolvedProfile profile = profiles.current();
        return byHash.computeIfAbsent(profile.hash(), _ -> DiagnosisEngine.compile(profile.diagnosisRules(),
                profile.limits(), profile.techniqueLists(), profile.region().sourceCategories()));
    }
}
