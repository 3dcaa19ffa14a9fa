package org.shareexplorer.engine.sql;

import org.shareexplorer.engine.sql.SqlTokens.Kind;
import org.shareexplorer.engine.sql.SqlTokens.Token;

/**
 * How deep parts of a query may stand within each other. The database goes down into them by
 * calling itself, and where its stack ends, the whole program does.
 */
final class Nesting {

  /** Brackets within each other. */
  private static final int BRACKETS = 200;

  /** Tables that are joined one to the other, and subqueries within each other in FROM. */
  static final int SOURCES = 100;

  static final String REMEDY = "Make it of fewer parts, or run some of them by themselves.";

  private Nesting() {}

  /**
   * Looks at a text that is not parsed yet.
   *
   * @throws FaultException if it must not be
   */
  static void check(String text) throws FaultException {
    int depth = 0;
    for (Token token : SqlTokens.of(text)) {
      if (token.kind() == Kind.SIGN) {
        char sign = text.charAt(token.from());
        depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
        if (depth > BRACKETS) {
          throw FaultException.at(
              text,
              token.from(),
              token.to(),
              "More than " + BRACKETS + " brackets stand within each other.",
              REMEDY);
        }
      }
    }
  }

  /** {@return what to say of a query of which too much stands within each other} */
  static FaultException tooDeep(String text) {
    return FaultException.of(
        text,
        "More than " + SOURCES + " tables or subqueries are joined, or stand within each other.",
        REMEDY);
  }
}
