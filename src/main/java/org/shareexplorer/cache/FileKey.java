package org.shareexplorer.cache;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.table.Snapshot;

/**
 * Tells data files apart for ever, whichever address is theirs today. Data files never change, so
 * the table's version is no part of it. A file's id alone does not do: some servers give all files
 * the same one.
 *
 * @param text a digest; nothing can be read from it
 */
public record FileKey(String text) {

  /**
   * {@return the key of a table's file}
   *
   * @param id the server's name for the file
   * @param size its bytes
   * @param address where it is; the signature is left out
   */
  public static FileKey of(Snapshot snapshot, String id, long size, SignedAddress address) {
    return new FileKey(
        digest(
            String.join(
                "\0",
                snapshot.name().share(),
                snapshot.name().schema(),
                snapshot.name().table(),
                snapshot.head().id(),
                id,
                Long.toString(size),
                place(address.text()))));
  }

  /** Host and path. The port says nothing on this computer, where servers come and go. */
  private static String place(String address) {
    try {
      URI uri = URI.create(address);
      String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
      boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
      return host + (here ? "" : ":" + uri.getPort()) + uri.getRawPath();
    } catch (IllegalArgumentException e) {
      int query = address.indexOf('?');
      return query < 0 ? address : address.substring(0, query);
    }
  }

  /** {@return a digest of a text, fit for a file's name} */
  public static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
