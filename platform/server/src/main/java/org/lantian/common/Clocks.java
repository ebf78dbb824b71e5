package org.lantian.common;

import java.time.Clock;
import java.time.ZoneId;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The clock of the installation: China standard time. */
@Factory
public final class Clocks {

    /** The one time zone of every date a user reads or types. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Singleton
    Clock clock() {
        return Clock.system(ZONE);
    }
}
