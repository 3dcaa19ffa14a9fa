package org.shareexplorer.net;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The body of a request. It may hold a credential, so it is not printed.
 *
 * @param type its media type
 * @param text what is sent, in UTF-8
 */
public record HttpContent(String type, String text) {

  /** JSON. */
  public static HttpContent json(String text) {
    return new HttpContent("application/json; charset=utf-8", text);
  }

  /** The fields of a form, in the map's order. */
  public static HttpContent form(Map<String, String> fields) {
    return new HttpContent(
        "application/x-www-form-urlencoded",
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return type + ", " + text.length() + " characters";
  }
}
