package org.shareexplorer.protocol;

import java.net.URI;

/**
 * The address of a file with its signature: whoever has it can read the file. Printing it prints
 * host and path only.
 *
 * @param text the address exactly as the server wrote it
 */
public record SignedAddress(String text) {

  /**
   * {@return host and the last part of the path: enough to know the file, nothing to open it with}
   */
  @Override
  public String toString() {
    try {
      URI uri = URI.create(text);
      String path = uri.getPath() == null ? "" : uri.getPath();
      return uri.getHost() + "/…" + path.substring(Math.max(0, path.lastIndexOf('/')));
    } catch (IllegalArgumentException e) {
      return "(address)";
    }
  }
}
