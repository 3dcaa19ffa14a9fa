package org.shareexplorer.faults;

import org.shareexplorer.faults.RawServer.Request;

/** What is asked of servers: each a place where something can go wrong. */
enum Place {
  SHARES("list of shares"),
  SCHEMAS("list of schemas"),
  TABLES("list of tables"),
  ALL_TABLES("list of all tables"),
  VERSION("version"),
  METADATA("metadata"),
  QUERY("query"),
  CHANGES("changes"),
  TOKEN("token endpoint"),
  ACTIVATION("activation link"),
  FILE("data file");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  /** {@return the place that a request is for} */
  static Place of(Request request) {
    String path = request.target().replaceFirst("\\?.*", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/tables/")) {
      return FILE;
    }
    if (path.contains("data_sharing_activation")) {
      return ACTIVATION;
    }
    return switch (last) {
      case "token" -> TOKEN;
      case "shares" -> SHARES;
      case "schemas" -> SCHEMAS;
      case "tables" -> TABLES;
      case "all-tables" -> ALL_TABLES;
      case "metadata" -> METADATA;
      case "query" -> QUERY;
      case "changes" -> CHANGES;
      default -> VERSION;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
