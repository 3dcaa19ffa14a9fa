package org.shareexplorer.problem;

import java.util.Locale;

/**
 * Stable names of the things that go wrong, for people to search for and for programs to tell
 * apart. A name, once released, keeps its meaning.
 */
public enum ProblemCode {
  /** The credential file cannot be read at all: missing, a directory, no permission, too large. */
  PROFILE_UNREADABLE,
  /** The credential file's text is not what a profile is: not JSON, empty, of the wrong shape. */
  PROFILE_MALFORMED,
  /** A field that the profile must have is missing, empty or wrong. */
  PROFILE_FIELD,
  /** The profile's version or kind is newer than this application. */
  PROFILE_UNSUPPORTED,
  /** A kept credential cannot be opened: the system's keychain does not give its key. */
  CREDENTIAL_LOCKED,
  /** An activation link is none, was used before, or gave no credential. */
  ACTIVATION,
  /** The profile's end date has passed. */
  PROFILE_EXPIRED,
  /** The host's name cannot be resolved. */
  NETWORK_NAME,
  /** No connection to the host: refused, unreachable, cut off before an answer. */
  NETWORK_CONNECT,
  /** The host did not answer in time, or stopped in the middle. */
  NETWORK_TIMEOUT,
  /** The host's certificate is not trusted, or no secure connection came about. */
  NETWORK_TLS,
  /** A proxy stands between and does not let the request through, or cannot be used. */
  NETWORK_PROXY,
  /** A server sends the request on to where it must not go, or in circles. */
  NETWORK_REDIRECT,
  /** The network itself answers, as it wants a sign-in in a browser first. */
  NETWORK_SIGN_IN,
  /** The server is reached without encryption, and nobody said that this is all right. */
  NETWORK_PLAIN,
  /** A file of certificates cannot be used. */
  CERTIFICATE,
  /** The token endpoint of an OAuth credential refuses to give a token. */
  TOKEN_REFUSED,
  /** The token endpoint of an OAuth credential fails, or answers no token. */
  TOKEN_FAILED,
  /** The server refuses the token (401). */
  SERVER_UNAUTHORIZED,
  /** The server knows the token but does not allow this (403). */
  SERVER_FORBIDDEN,
  /** Share, schema or table unknown to the server (404). */
  SERVER_NOT_FOUND,
  /** The server asks to slow down (429), and went on asking. */
  SERVER_BUSY,
  /** The server calls the request wrong (any other 4xx). */
  SERVER_REJECTED,
  /** The server failed (5xx), and went on failing. */
  SERVER_FAILED,
  /** The answer is not what the protocol says: no version, not JSON, cut off, looping pages. */
  SERVER_ANSWER,
  /** The table can only be read in a way, or with a feature, that this application lacks. */
  TABLE_UNSUPPORTED,
  /** The provider shares the newest version of the table only. */
  NO_HISTORY,
  /** The table has no such version, or it is not shared, or no longer kept. */
  NO_VERSION,
  /** The table's changes were not recorded, or are not shared, or the server has no such call. */
  NO_CHANGE_FEED,
  /** A signed file address is no longer accepted, and a new one did not help. */
  FILE_EXPIRED,
  /** The storage knows the signed address but does not let this network or person in. */
  FILE_REFUSED,
  /** A data file is gone, or cannot be fetched. */
  FILE_UNAVAILABLE,
  /** A data file is damaged, or not what the table says it is. */
  FILE_DAMAGED,
  /** A data file was replaced by another one while it was being read. */
  FILE_CHANGED,
  /** A question needs more memory than this application may use. */
  TOO_LARGE,
  /** A dashboard's file cannot be read at all: missing, a directory, no permission, too large. */
  DASHBOARD_UNREADABLE,
  /** A dashboard's file is not what one is, or something in it makes no sense. */
  DASHBOARD_MALFORMED,
  /** A dashboard's file is of a newer format than this application knows. */
  DASHBOARD_UNSUPPORTED,
  /** This computer's disk is full, or refuses to be written. */
  DISK,
  /** What was asked makes no sense: unknown column, wrong type, bad argument. */
  QUESTION,
  /** The person ended what was under way. */
  STOPPED,
  /** A fault of this application. */
  BUG;

  /** {@return the code as shown to people, such as {@code profile-field}} */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
