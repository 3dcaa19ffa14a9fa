package org.shareexplorer.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a file with its signature: whoever has it can read the file. Printing it prints
 * host and path only.
 *
 * @param text the address exactly as the server wrote it
 */
public record SignedAddress(String text) {

  /** Host, and the last part of the path up to whatever may be the beginning of a signature. */
  private static final Pattern PARTS =
      Pattern.compile(
          "https?://(?:[^/?#@]*@)?([^/?#@]+)/(?:[^?#]*/)?([^/?#&=;]*).*", Pattern.DOTALL);

  /**
   * {@return host and the last part of the path: enough to know the file, nothing to open it with}
   */
  @Override
  public String toString() {
    Matcher parts = PARTS.matcher(text);
    return parts.matches() ? parts.group(1) + "/…/" + parts.group(2) : "(address)";
  }
}
