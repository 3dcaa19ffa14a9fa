package org.shareexplorer.protocol;

import org.shareexplorer.net.Http;
import org.shareexplorer.protocol.SharingClient.ChangeLines;
import org.shareexplorer.protocol.SharingClient.FileLines;

/**
 * Tells the stack which addresses a server gives, so that it knows of a file for which connection
 * it is read.
 */
final class GivenFiles {

  private GivenFiles() {}

  /** {@return lines that are handed on once their addresses are told} */
  static FileLines told(Http http, FileLines taker) {
    return new FileLines() {
      @Override
      public void accept(FileLine line) {
        http.given(line.address().text());
        taker.accept(line);
      }

      @Override
      public void head(TableHead head) {
        taker.head(head);
      }

      @Override
      public boolean restart() {
        return taker.restart();
      }
    };
  }

  /** {@return lines that are handed on once their addresses are told} */
  static ChangeLines toldChanges(Http http, ChangeLines taker) {
    return new ChangeLines() {
      @Override
      public void accept(ChangeLine line) {
        http.given(line.file().address().text());
        taker.accept(line);
      }

      @Override
      public boolean restart() {
        return taker.restart();
      }
    };
  }
}
