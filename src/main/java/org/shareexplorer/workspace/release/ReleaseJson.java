package org.shareexplorer.workspace.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A release as JSON: an object with {@code tag_name} and, if wanted, {@code body} and {@code
 * html_url}. That is a part of what GitHub answers for a project's latest release, so such an
 * address can be used as it is; all other fields are left alone.
 *
 * <p>Nothing of it is trusted: the notes are plain text, cut off and without control characters,
 * and only a page by https counts.
 */
final class ReleaseJson {

  /** Characters of the notes that are shown. */
  static final int LONGEST_NOTES = 6_000;

  private static final int LONGEST_ADDRESS = 2_000;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ReleaseJson() {}

  /** {@return the release that a text tells of; empty if it tells of none} */
  static Optional<Release> read(byte[] text) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ReleaseNumber.of(root.path("tag_name").asText())
        .map(number -> new Release(number, notes(root.path("body")), page(root.path("html_url"))));
  }

  private static String notes(JsonNode node) {
    String text =
        node.asText()
            .replace("\r\n", "\n")
            // What would reorder, hide or overprint other characters goes as well.
            .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\p{Cf}&&[^\\u200D]]|[\\u2028\\u2029]", "")
            .strip();
    if (text.codePointCount(0, text.length()) <= LONGEST_NOTES) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTES)).strip() + " …";
  }

  private static Optional<URI> page(JsonNode node) {
    String text = node.asText();
    if (text.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    try {
      URI page = new URI(text);
      boolean fits =
          "https".equalsIgnoreCase(page.getScheme())
              && page.getHost() != null
              && page.getUserInfo() == null;
      return fits ? Optional.of(page) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
