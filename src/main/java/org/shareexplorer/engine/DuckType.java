package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;

/** A type as DuckDB writes it, such as {@code STRUCT(a INTEGER, "b c" VARCHAR[])}, taken apart. */
public sealed interface DuckType {

  /** A type without parts that matter here. */
  record Plain(String name) implements DuckType {}

  /** Named parts. */
  record Struct(List<Part> parts) implements DuckType {}

  /** A part of a struct. */
  record Part(String name, DuckType type) {}

  /** A list, of whatever length. */
  record ListOf(DuckType element) implements DuckType {}

  /** Keys and their values. */
  record MapOf(DuckType key, DuckType value) implements DuckType {}

  /** {@return a type from its text} */
  static DuckType of(String text) {
    return new Reading(text).type();
  }

  /** Reads a type's text from its beginning. */
  final class Reading {
    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
    }

    private DuckType type() {
      DuckType type = start();
      while (at < text.length() && text.charAt(at) == '[') {
        at = text.indexOf(']', at) + 1;
        type = new ListOf(type);
      }
      return type;
    }

    private DuckType start() {
      if (text.startsWith("STRUCT(", at)) {
        at += "STRUCT(".length();
        List<Part> parts = new ArrayList<>();
        do {
          String name = name();
          at++;
          parts.add(new Part(name, type()));
        } while (more());
        return new Struct(List.copyOf(parts));
      }
      if (text.startsWith("MAP(", at)) {
        at += "MAP(".length();
        DuckType key = type();
        more();
        DuckType value = type();
        more();
        return new MapOf(key, value);
      }
      int from = at;
      int depth = 0;
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
          at = quoteEnd(c);
        } else if (c == '(') {
          depth++;
        } else if (depth == 0 && (c == ',' || c == ')' || c == '[')) {
          break;
        } else if (c == ')') {
          depth--;
        }
      }
      return new Plain(text.substring(from, at));
    }

    private String name() {
      int from = at;
      if (text.charAt(at) == '"') {
        at = quoteEnd('"') + 1;
        return text.substring(from + 1, at - 1).replace("\"\"", "\"");
      }
      at = text.indexOf(' ', at);
      return text.substring(from, at);
    }

    private int quoteEnd(char quote) {
      int end = text.indexOf(quote, at + 1);
      while (end + 1 < text.length() && text.charAt(end + 1) == quote) {
        end = text.indexOf(quote, end + 2);
      }
      return end;
    }

    /** Goes past a comma and its blank, or past the closing parenthesis. */
    private boolean more() {
      boolean comma = text.charAt(at) == ',';
      at += comma ? 2 : 1;
      return comma;
    }
  }
}
