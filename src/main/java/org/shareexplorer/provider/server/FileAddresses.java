package org.shareexplorer.provider.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The signed addresses of data files: who has one may read that file, and no other, for a while.
 * The signature covers the path byte for byte as it stands in the address, like S3's.
 */
final class FileAddresses {

  static final String PREFIX = "/files/";

  private final Seal seal;
  private final Clock clock;
  private final Duration lifetime;
  private final String origin;

  /**
   * Signs for one server.
   *
   * @param origin scheme, host and port
   */
  FileAddresses(Seal seal, Clock clock, Duration lifetime, String origin) {
    this.seal = seal;
    this.clock = clock;
    this.lifetime = lifetime;
    this.origin = origin;
  }

  /**
   * An address.
   *
   * @param url the address
   * @param expires when it ends, milliseconds since 1970
   */
  record Signed(String url, long expires) {}

  /** What an address is worth. */
  enum Verdict {
    GOOD,
    EXPIRED,
    FORGED
  }

  /**
   * Signs a file's address.
   *
   * @param table the table's folder below the root
   * @param encodedPath the path below the table's folder, percent-encoded as in the log
   */
  Signed sign(Path table, String encodedPath, long size) {
    StringBuilder path = new StringBuilder(PREFIX);
    table.forEach(part -> path.append(encoded(part.toString())).append('/'));
    // A partition's folder has an equals sign, which S3's addresses hold encoded.
    path.append(encodedPath.replace("=", "%3D"));
    long expires = clock.instant().plus(lifetime).toEpochMilli();
    String signature = seal.sign(subject(path.toString(), expires, size));
    return new Signed(
        origin + path + "?expires=" + expires + "&size=" + size + "&signature=" + signature,
        expires);
  }

  /** Judges an address by its path as it was sent and its parameters. */
  Verdict judge(String rawPath, Map<String, String> parameters) {
    try {
      long expires = Long.parseLong(parameters.getOrDefault("expires", ""));
      long size = Long.parseLong(parameters.getOrDefault("size", ""));
      if (!seal.fits(subject(rawPath, expires, size), parameters.getOrDefault("signature", ""))) {
        return Verdict.FORGED;
      }
      return clock.instant().isBefore(Instant.ofEpochMilli(expires))
          ? Verdict.GOOD
          : Verdict.EXPIRED;
    } catch (NumberFormatException e) {
      return Verdict.FORGED;
    }
  }

  private static String subject(String rawPath, long expires, long size) {
    return rawPath + '\n' + expires + '\n' + size;
  }

  private static String encoded(String segment) {
    return java.net.URLEncoder.encode(segment, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
