package org.shareexplorer.doctor;

/**
 * Something that a step brought to light.
 *
 * @param name what it is
 * @param value the fact
 * @param open whether the provider may know it; what tells of the person's own network is not for
 *     them
 */
public record Fact(String name, String value, boolean open) {

  /** A fact for everybody concerned. */
  public Fact(String name, String value) {
    this(name, value, true);
  }

  /** {@return a fact for the person alone} */
  static Fact own(String name, String value) {
    return new Fact(name, value, false);
  }
}
