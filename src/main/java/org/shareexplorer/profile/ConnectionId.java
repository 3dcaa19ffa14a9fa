package org.shareexplorer.profile;

/**
 * Names a connection between starts; says nothing about it.
 *
 * @param text lower-case letters, digits and hyphens; also used as a file name
 */
public record ConnectionId(String text) {

  /** The demo share on this computer. */
  public static final ConnectionId DEMO = new ConnectionId("demo");
}
