package org.shareexplorer.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.stream.Collectors;

/** Texts as Python writes them. */
final class PythonText {

  private PythonText() {}

  /** {@return a literal; JSON's are Python's as well, and hold no line break} */
  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  static String list(List<String> texts) {
    return texts.stream().map(PythonText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }
}
