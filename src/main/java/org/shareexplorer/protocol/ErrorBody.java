package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a server says about an error, in whichever of the known shapes it says it.
 *
 * @param code its name for the error; may be empty
 * @param message its words, or the whole body if that has no shape; may be empty
 * @param webPage whether it is a web page, so hardly the server's own words
 */
record ErrorBody(String code, String message, boolean webPage) {

  static ErrorBody parse(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (text.startsWith("<")) {
      return new ErrorBody("", text, !text.regionMatches(true, 0, "<?xml", 0, 5));
    }
    if (text.startsWith("{")) {
      try {
        JsonNode node = Json.READER.readTree(text);
        Optional<String> code =
            Json.words(node, "errorCode").or(() -> Json.words(node, "error_code"));
        Optional<String> message =
            Json.words(node, "message")
                .or(() -> Json.words(node, "detail"))
                .or(() -> Json.words(node, "error"));
        if (code.isPresent() || message.isPresent()) {
          return new ErrorBody(code.orElse(""), message.orElse(""), false);
        }
      } catch (IOException e) {
        return new ErrorBody("", text, false);
      }
    }
    return new ErrorBody("", text, false);
  }

  /** {@return code and words in one text} */
  String words() {
    return code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message;
  }
}
