package org.shareexplorer.protocol;

import java.util.Optional;

/**
 * Something else than a table in a schema (OpenSharing, "Volumes" and the kinds that came after
 * them).
 *
 * @param kind what it is
 * @param name its name
 * @param comment the provider's words about it
 */
public record ListedAsset(Kind kind, String name, Optional<String> comment) {

  /** The kinds that servers are asked for; those that came later are not heard of. */
  public enum Kind {
    /** A folder of files. */
    VOLUME("volumes"),
    /** A model of machine learning, with its versions. */
    MODEL("models"),
    /** Instructions for an agent. */
    SKILL("skills");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    /** {@return the last part of the address of their list} */
    String path() {
      return path;
    }
  }
}
