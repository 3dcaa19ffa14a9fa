package org.shareexplorer.profile.keychain;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.shareexplorer.job.Job;

/**
 * Seals texts and opens them again (AES-256-GCM). A sealed text says where its key is, so that
 * texts sealed in a session without a keychain can be opened in one with, and the other way round
 * as far as the key can be reached. Each place is asked once per program. Thread-safe.
 */
public final class Vault {

  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<KeyPlace> places;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Protection, byte[]> keys = new EnumMap<>(Protection.class);
  private final Set<Protection> outOfReach = EnumSet.noneOf(Protection.class);

  /** A text sealed, and what guards its key. */
  public record Sealed(String text, Protection protection) {}

  /**
   * A vault whose key is in one of these places.
   *
   * @param places the best first; the last should always do
   */
  public Vault(List<KeyPlace> places) {
    this.places = List.copyOf(places);
  }

  /**
   * Seals a text under the key of the best place that can be reached.
   *
   * @param name what the text is; it opens under the same name alone
   * @throws IOException if no place can be reached
   */
  public Sealed seal(String text, String name, Job job) throws IOException {
    for (KeyPlace place : places) {
      Optional<byte[]> key = key(place, true, job);
      if (key.isPresent()) {
        return new Sealed(sealed(text, name, key.get(), place.protection()), place.protection());
      }
    }
    throw new IOException("no place for a key");
  }

  private static String sealed(String text, String name, byte[] key, Protection protection) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] content =
        crypt(Cipher.ENCRYPT_MODE, key, nonce, name, text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    Base64.Encoder base64 = Base64.getEncoder();
    return JSON.createObjectNode()
            .put("version", 1)
            .put("key", protection.id())
            .put("nonce", base64.encodeToString(nonce))
            .put("sealed", base64.encodeToString(content))
            .toPrettyString()
        + "\n";
  }

  /**
   * {@return the text that was sealed}
   *
   * @throws KeyAwayException if its key's place cannot be reached, or no longer has the key
   * @throws IOException if the sealed text is damaged, or was sealed under another name or key
   */
  public String open(String sealed, String name, Job job) throws IOException {
    JsonNode fields = fields(sealed);
    Protection protection = protection(fields).orElseThrow(() -> new IOException("damaged"));
    KeyPlace place =
        places.stream()
            .filter(each -> each.protection() == protection)
            .findFirst()
            .orElseThrow(() -> new KeyAwayException(protection));
    byte[] key = key(place, false, job).orElseThrow(() -> new KeyAwayException(protection));
    try {
      byte[] nonce = fields.path("nonce").binaryValue();
      byte[] content = fields.path("sealed").binaryValue();
      if (nonce == null || content == null || nonce.length != NONCE_BYTES) {
        throw new IOException("damaged");
      }
      byte[] text =
          crypt(Cipher.DECRYPT_MODE, key, nonce, name, content)
              .orElseThrow(() -> new IOException("damaged, or sealed under another key"));
      return new String(text, StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new IOException("damaged");
    }
  }

  /** {@return what guards the key of a sealed text, as far as it can be told} */
  public static Optional<Protection> protection(String sealed) {
    try {
      return protection(fields(sealed));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** {@return whether a text sealed now would be guarded better than this one is} */
  public boolean betterThan(Protection protection, Job job) {
    for (KeyPlace place : places) {
      if (place.protection() == protection) {
        return false;
      }
      if (key(place, true, job).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode fields(String sealed) throws IOException {
    try {
      return JSON.readTree(sealed);
    } catch (JacksonException e) {
      throw new IOException("damaged");
    }
  }

  private static Optional<Protection> protection(JsonNode fields) {
    String id = fields.path("key").asText();
    return Arrays.stream(Protection.values()).filter(each -> each.id().equals(id)).findFirst();
  }

  private static Optional<byte[]> crypt(
      int mode, byte[] key, byte[] nonce, String name, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(("share-explorer/1/" + name).getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(content));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Empty if the place is out of reach, or has no key and none is to be made. */
  private Optional<byte[]> key(KeyPlace place, boolean make, Job job) {
    lock(job);
    try {
      Protection protection = place.protection();
      byte[] known = keys.get(protection);
      if (known != null || outOfReach.contains(protection)) {
        return Optional.ofNullable(known);
      }
      Optional<byte[]> key = place.read(job).filter(bytes -> bytes.length == KEY_BYTES);
      if (key.isEmpty() && make) {
        key = Optional.of(made(place, job));
      }
      key.ifPresent(bytes -> keys.put(protection, bytes));
      return key;
    } catch (IOException e) {
      job.check();
      outOfReach.add(place.protection());
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Read back: what a keychain has not really kept would be lost with this program. */
  private static byte[] made(KeyPlace place, Job job) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    place.write(key, job);
    if (!Arrays.equals(place.read(job).orElse(new byte[0]), key)) {
      throw new IOException("the key was not kept");
    }
    return key;
  }

  /** Waits for whoever asks a place, but not longer than the caller wants to. */
  private void lock(Job job) {
    try {
      while (!lock.tryLock(50, TimeUnit.MILLISECONDS)) {
        job.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** Forgets which places were out of reach: a keychain may have been unlocked since. */
  public void tryAgain() {
    lock.lock();
    try {
      outOfReach.clear();
    } finally {
      lock.unlock();
    }
  }
}
