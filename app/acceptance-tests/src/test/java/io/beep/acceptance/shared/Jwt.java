package io.beep.acceptance.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tokens taken apart and put together again, as a forger does. */
public final class Jwt {

  private static final KeyPair KEYS = keys();

  private Jwt() {}

  public static JsonNode header(String token) {
    return Json.read(part(token, 0));
  }

  public static JsonNode claims(String token) {
    return Json.read(part(token, 1));
  }

  /** The claims of a token with some of them changed; null takes one away. */
  public static Map<String, @Nullable Object> claims(
      String token, String claim, @Nullable Object value) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims(token)
        .properties()
        .forEach(
            entry ->
                claims.put(
                    entry.getKey(),
                    entry.getValue().isNumber()
                        ? (Object) entry.getValue().asLong()
                        : entry.getValue().isArray()
                            ? entry.getValue()
                            : entry.getValue().asString("")));
    claims.put(claim, value);
    claims.values().removeIf(java.util.Objects::isNull);
    return claims;
  }

  /** Signed rightly, but by a key of ours, under the name of the key that signed the model. */
  public static String signedByOther(String model, Map<String, ?> claims) {
    try {
      String content = content(Map.of("alg", "RS256", "kid", keyId(model)), claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with a public key as if it were a secret, which some libraries once believed. */
  public static String signedByPublicKey(String model, byte[] publicKey) {
    try {
      String content =
          content(Map.of("alg", "HS256", "kid", keyId(model)), claims(model, "jti", "forged"));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
      return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String unsigned(String model, String algorithm) {
    return content(Map.of("alg", algorithm), claims(model, "jti", "forged")) + ".";
  }

  /** Other claims under the signature of the model. */
  public static String tampered(String model, String claim, Object value) {
    String[] parts = model.split("\\.");
    return parts[0] + "." + encode(Json.bytes(claims(model, claim, value))) + "." + parts[2];
  }

  private static String content(Map<String, ?> header, Map<String, ?> claims) {
    return encode(Json.bytes(header)) + "." + encode(Json.bytes(claims));
  }

  private static String keyId(String model) {
    return header(model).path("kid").asString("");
  }

  private static byte[] part(String token, int index) {
    return Base64.getUrlDecoder().decode(token.split("\\.")[index]);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
