package vendor;

import org.lantian.tck.ProfileTck;

/** Every promise of the profile, on the zip that the build has made. */
class ProfileTest extends ProfileTck {
}
