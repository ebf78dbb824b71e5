package org.lantian.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Singleton;

import org.lantian.graphql.SignedIn;

/** Makes bearer tokens; they hold the tenant and the user, never the roles. */
@Singleton
public class Tokens {

    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofHours(8);

    /** The claim of an observer's token, with its epoch. */
    public static final String OBSERVER_CLAIM = "observer";

    private final TokenKey key;
    private final Clock clock;

    Tokens(TokenKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A signed token of the identified user. */
    public String issue(Accounts.Identified user) {
        return sign(claims(user.name()).claim(SignedIn.TENANT_CLAIM, user.tenant().value())
                .claim(SignedIn.EPOCH_CLAIM, user.epoch()).build());
    }

    /** A signed token of an observer; it names no tenant. */
    public String issue(Observers.Observer observer) {
        return sign(claims(observer.name()).claim(OBSERVER_CLAIM, observer.epoch()).build());
    }

    private JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder().subject(subject).issuer("lantian").issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(LIFETIME))).claim("roles", List.of());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            return key.sign(claims).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the token could not be signed", e);
        }
    }
}
