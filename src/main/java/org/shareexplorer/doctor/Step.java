package org.shareexplorer.doctor;

import java.util.Locale;

/** The steps from a connection's name to the first bytes of its data, in their order. */
public enum Step {
  /** The server's name becomes an address. */
  NAME("Name"),
  /** A connection comes about, perhaps by a proxy. */
  ROUTE("Connection"),
  /** The connection is made secure. */
  SECURITY("TLS"),
  /** Something answers at the endpoint. */
  ENDPOINT("Endpoint"),
  /** The server takes the credential. */
  CREDENTIAL("Credential"),
  /** The server lists what it shares. */
  LIST("List"),
  /** The server tells where a table's files are. */
  QUERY("Query"),
  /** The storage hands out the first bytes of a file. */
  FILE("File");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** {@return what people call it} */
  public String title() {
    return title;
  }

  /** {@return what programs call it} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
