package org.lantian.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;

/** Argon2id hashes in the usual text form (RFC 9106): 19 MiB, two passes, one lane. */
final class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    /** Each derivation takes its memory; more at once would take the server's. */
    private static final Semaphore TURNS = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Passwords() {
    }

    static String hash(String password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        byte[] key = derive(password, salt, MEMORY_KIB, PASSES, LANES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(key);
    }

    static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        String[] costs = parts[3].split(",");
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] known = Base64.getDecoder().decode(parts[5]);
        return MessageDigest.isEqual(known, derive(password, salt, cost(costs[0]), cost(costs[1]), cost(costs[2])));
    }

    /** A fresh password of 16 characters without look-alikes. */
    static String fresh() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static int cost(String assignment) {
        return Integer.parseInt(assignment.substring(assignment.indexOf('=') + 1));
    }

    /** @throws DomainException RESOURCE_EXHAUSTED if so many are waiting that no turn comes within ten seconds */
    private static byte[] derive(String password, byte[] salt, int memory, int passes, int lanes) {
        takeTurn();
        try {
            return generate(password, salt, memory, passes, lanes);
        } finally {
            TURNS.release();
        }
    }

    private static void takeTurn() {
        try {
            if (TURNS.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "TOO_MANY_SIGN_INS", "同时登录的人过多，请稍后再试。");
    }

    private static byte[] generate(String password, byte[] salt, int memory, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt).withMemoryAsKB(memory)
                .withIterations(passes).withParallelism(lanes).build());
        byte[] key = new byte[BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
