package org.lantian.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.profile.Profiles;

/**
 * Keys of findings on outlets: the outlet's number, with {@code #2} behind it for a second outlet of that number. Called
 * inside the tenant's transaction.
 */
@Singleton
public class OutletSubjects {

    private static final Pattern FURTHER = Pattern.compile("(.*)(#\\d+)", Pattern.DOTALL);

    private final Profiles profiles;

    OutletSubjects(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Ids of the rules whose findings are on outlets. */
    public List<String> rules() {
        return profiles.current().diagnosisRules().stream().filter(rule -> rule.subject() == Subject.OUTLET)
                .map(DiagnosisRule::id).toList();
    }

    /** The key of a finding on an outlet after outlets got other numbers, old number to new. */
    public static String renumbered(String subject, Map<String, String> outlets) {
        String whole = outlets.get(subject);
        if (whole != null) {
            return whole;
        }
        Matcher further = FURTHER.matcher(subject);
        return further.matches() && outlets.containsKey(further.group(1)) ? outlets.get(further.group(1)) + further.group(2)
                : subject;
    }
}
