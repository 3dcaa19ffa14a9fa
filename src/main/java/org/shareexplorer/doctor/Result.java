package org.shareexplorer.doctor;

import java.util.Locale;

/** How a step went. */
public enum Result {
  /** It is being tried. */
  UNDER_WAY("trying"),
  /** As it should. */
  PASSED("passed"),
  /** It works, but there is something to know. */
  NOTED("look at this"),
  /** It does not work. */
  FAILED("failed"),
  /** A step before it failed, or the person stopped. */
  NOT_TRIED("not tried");

  private final String words;

  Result(String words) {
    this.words = words;
  }

  /** {@return a word or two for people} */
  public String words() {
    return words;
  }

  /** {@return what programs call it} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
