package org.shareexplorer.ui.connections;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ProfileDraft;

/** What a person is asked about credentials; answers come on the FX thread. */
public interface CredentialQuestions {

  /** Takes what was filled in; tells what is wrong with it, or that it is all right. */
  @FunctionalInterface
  interface Filled {
    /**
     * Takes a draft without gaps.
     *
     * @param done called when it has become a connection
     * @param wrong called with the reason why not; the person may then go on filling in
     */
    void take(ProfileDraft draft, Runnable done, Consumer<Problem> wrong);
  }

  /** Has the gaps of a draft filled in. */
  void fill(ProfileDraft draft, Filled then);

  /** Warns of a server that is reached without encryption. */
  void warn(URI endpoint, Runnable goOn);

  /**
   * Offers to delete the file that a connection was made of.
   *
   * @param words what to say before
   */
  void offerDeletion(String words, Path file);

  /** Asks whether a connection is to be exported with its secret. */
  void secret(Connection connection, Consumer<Boolean> withSecret);
}
