package org.shareexplorer.ui.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Something that the application is made of. The installers' own notices are made of the same list,
 * and refuse a jar that is not on it.
 *
 * @param artifact its jar's name without a version, or what else it is known by
 * @param name what people call it
 * @param licence the licence by which it is used here, as SPDX names it
 * @param copyright whose it is
 */
record Part(String artifact, String name, String licence, String copyright) {

  /** Stands in a licence's text for whose the part is. */
  private static final String OWNER = "@COPYRIGHT@";

  /** {@return all parts, in the order of their names} */
  static List<Part> all() {
    return resource("parts.txt").lines().map(Part::of).toList();
  }

  private static Part of(String line) {
    String[] fields = line.split(" \\| ", -1);
    return new Part(fields[0], fields[1], fields[2], fields[3]);
  }

  /** {@return the licence's text} */
  String text() {
    String text = resource(licence + ".txt");
    return text.contains(OWNER)
        ? text.replace(OWNER, copyright)
        : "Copyright (c) " + copyright + "\n\n" + text;
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Part.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
