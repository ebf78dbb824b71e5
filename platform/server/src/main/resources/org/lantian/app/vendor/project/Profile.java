package vendor;

import java.util.List;

import org.pf4j.Extension;

import org.lantian.plugin.RegionalProfile;
import org.lantian.plugin.rule.TechniqueList;

/**
 * What YAML cannot say. It adds to the YAML files, is called once while the profile is resolved, and must give the same
 * every time. A zip with classes is loaded only where the operator trusts its SHA-256.
 */
@Extension
public final class Profile implements RegionalProfile {

    @Override
    public List<TechniqueList> techniqueLists() {
        return List.of(new TechniqueList("@id@-low-efficiency", "本省列名的低效治理技术", List.of("水喷淋", "低温等离子"),
                "省级实施方案第二章（一）第5项"));
    }
}
