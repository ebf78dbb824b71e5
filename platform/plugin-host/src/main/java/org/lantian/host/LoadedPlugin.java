package org.lantian.host;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.plugin.ProfileRef;

/** One plugin that could be read; its code is gone again, its profile is not resolved yet. */
record LoadedPlugin(ProfileRef ref, ProfileContribution contribution) {
}
