package org.shareexplorer.protocol;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The addresses of a server's calls (protocol, "REST APIs"). */
final class Paths {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final String endpoint;

  Paths(URI endpoint) {
    this.endpoint = endpoint.toString();
  }

  String shares() {
    return endpoint + "/shares";
  }

  String share(String share) {
    return shares() + "/" + encoded(share);
  }

  String schemas(String share) {
    return share(share) + "/schemas";
  }

  String tables(String share, String schema) {
    return schemas(share) + "/" + encoded(schema) + "/tables";
  }

  /** {@return the list of one kind of what is in a schema beside tables} */
  String assets(String share, String schema, String kind) {
    return schemas(share) + "/" + encoded(schema) + "/" + kind;
  }

  String allTables(String share) {
    return share(share) + "/all-tables";
  }

  String table(TableName name) {
    return tables(name.share(), name.schema()) + "/" + encoded(name.table());
  }

  /** {@return where an answer is to be had that the server prepares under this name} */
  String query(TableName name, String query) {
    return table(name) + "/queries/" + encoded(query);
  }

  /** {@return an address with one more query parameter at its end} */
  static String page(String address, String token) {
    return address + "?pageToken=" + encoded(token);
  }

  /** {@return a text as a part of an address: UTF-8, a space as {@code %20}} */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(String.format("%02X", b & 0xFF));
      }
    }
    return encoded.toString();
  }
}
