package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.util.Optional;
import org.shareexplorer.job.Job;

/**
 * A place that keeps one key: small, so that every keychain takes it, and one for all secrets, so
 * that a person is asked once at most. Thread-safe; blocks, perhaps until a person has unlocked the
 * keychain, and ends soon after the job is cancelled.
 */
public interface KeyPlace {

  /** {@return what guards the key here} */
  Protection protection();

  /**
   * {@return the key, if one was ever written}
   *
   * @throws IOException if the place is out of reach, or refuses
   */
  Optional<byte[]> read(Job job) throws IOException;

  /**
   * Writes the key.
   *
   * @throws IOException if the place is out of reach, or refuses
   */
  void write(byte[] key, Job job) throws IOException;
}
