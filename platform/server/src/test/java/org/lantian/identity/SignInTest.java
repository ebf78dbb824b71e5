package org.lantian.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.graphql.SignedIn;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTest extends ApiTest {

    private static final String QUERY = "{\"query\":\"{ viewer { name } }\"}";

    @Inject
    JdbcOperations jdbc;
    @Inject
    TokenKey key;

    private JWTClaimsSet claims(Instant expiry) {
        return new JWTClaimsSet.Builder().subject("admin1").issuer("lantian").expirationTime(Date.from(expiry))
                .claim(SignedIn.TENANT_CLAIM, tenant.value()).claim(SignedIn.EPOCH_CLAIM, 0).build();
    }

    private int status(String token) {
        return new ApiClient(server.getURI(), token).post("/graphql", QUERY).statusCode();
    }

    @Test
    void onlyALivingTokenOfThisInstallationIsAccepted() throws Exception {
        client(tenant, "admin1", Role.ADMINISTRATOR);
        Instant later = Instant.now().plusSeconds(600);
        String good = key.sign(claims(later)).serialize();
        SignedJWT foreign = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(later));
        foreign.sign(new MACSigner("another installation's key, long enough for it"));
        String[] parts = good.split("\\.");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace(tenant.value(), other.value()).getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
        assertThat(status(good)).isEqualTo(200);
        assertThat(status(foreign.serialize())).as("another key").isEqualTo(401);
        assertThat(status(new PlainJWT(claims(later)).serialize())).as("alg none").isEqualTo(401);
        assertThat(status(key.sign(claims(Instant.now().minusSeconds(300))).serialize())).as("expired").isEqualTo(401);
        assertThat(status(forged)).as("another tenant under the same signature").isEqualTo(401);
        assertThat(status("nonsense")).isEqualTo(401);
    }

    @Test
    void aDisabledUsersTokenIsVoid() {
        ApiClient client = client(tenant, "leaving", Role.PLANNER);
        assertThat(client.post("/graphql", QUERY).statusCode()).isEqualTo(200);
        asOperator(tenant, () -> jdbc.prepareStatement("UPDATE user_account SET disabled = true WHERE name = 'leaving'",
                statement -> statement.executeUpdate()));
        assertThat(client.post("/graphql", QUERY).statusCode()).isEqualTo(401);
    }

    @Test
    void guessesAtTheSameMomentCountOneByOne() throws Exception {
        String password = asOperator(tenant, () -> accounts.ensure("guessed", "某", Set.of(Role.VIEWER))).orElseThrow();
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> guesses = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String guess = "guess" + i;
                guesses.add(threads.submit(() -> signIn("guessed", guess)));
            }
            for (Future<Integer> guess : guesses) {
                answers.add(guess.get());
            }
        }
        assertThat(answers).containsOnly(401, 429);
        assertThat(answers).filteredOn(answer -> answer == 401).hasSize(5);
        assertThat(signIn("guessed", password)).isEqualTo(429);
    }

    @Test
    void anUnknownTenantAnUnknownUserAndAWrongPasswordAreToldApartByNothing() {
        asOperator(tenant, () -> accounts.ensure("known", "某", Set.of(Role.VIEWER)));
        String wrong = anonymous().post("/login", body(tenant.value(), "known", "x")).body();
        assertThat(anonymous().post("/login", body(tenant.value(), "nobody", "x")).body()).isEqualTo(wrong);
        assertThat(anonymous().post("/login", body("nowhere", "known", "x")).body()).isEqualTo(wrong);
    }

    private int signIn(String user, String password) {
        return anonymous().post("/login", body(tenant.value(), user, password)).statusCode();
    }

    private static String body(String tenant, String user, String password) {
        return "{\"tenant\":\"" + tenant + "\",\"user\":\"" + user + "\",\"password\":\"" + password + "\"}";
    }
}
