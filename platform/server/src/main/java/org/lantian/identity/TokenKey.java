package org.lantian.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.tenancy.ControlSchema;

/**
 * The key that signs tokens: given by {@code LANTIAN_TOKEN_KEY} (at least 32 characters), else made once in the control
 * schema. Read when the first token is made or checked.
 */
@Singleton
@Named("generator")
final class TokenKey implements SignatureGeneratorConfiguration {

    private static final int SHORTEST = 32;

    private final ControlSchema control;
    private final JdbcOperations jdbc;
    private final String given;
    private volatile @Nullable SecretSignature signature;

    TokenKey(ControlSchema control, JdbcOperations jdbc, @Value("${LANTIAN_TOKEN_KEY:}") String given) {
        if (!given.isEmpty() && given.length() < SHORTEST) {
            throw new IllegalArgumentException("LANTIAN_TOKEN_KEY must have at least " + SHORTEST + " characters "
                    + "(令牌密钥至少 32 个字符)");
        }
        this.control = control;
        this.jdbc = jdbc;
        this.given = given;
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "Only HS256 is supported";
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return JWSAlgorithm.HS256.equals(algorithm);
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        return signature().sign(claims);
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        return signature().verify(token);
    }

    private SecretSignature signature() {
        SecretSignature known = signature;
        if (known == null) {
            SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("lantian");
            configuration.setJwsAlgorithm(JWSAlgorithm.HS256);
            configuration.setSecret(given.isEmpty() ? control.write(this::stored) : given);
            known = new SecretSignature(configuration);
            signature = known;
        }
        return known;
    }

    private String stored() {
        byte[] fresh = new byte[48];
        new SecureRandom().nextBytes(fresh);
        jdbc.prepareStatement("INSERT INTO token_key(id, secret) VALUES (1, ?) ON CONFLICT (id) DO NOTHING",
                statement -> {
                    statement.setString(1, Base64.getEncoder().encodeToString(fresh));
                    return statement.executeUpdate();
                });
        return jdbc.prepareStatement("SELECT secret FROM token_key WHERE id = 1", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
