package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;

/**
 * The Secret Service of a Linux desktop, by the library libsecret, which every desktop has. A
 * keyring that is locked has its own window ask for the password; meanwhile a computing thread
 * waits in native code, but not for ever: the window may be on no screen that anybody sees.
 */
final class SecretService implements KeyPlace {

  private static final String LABEL = "Share Explorer: key of the credentials";

  private final Libsecret library;
  private final Jobs jobs;
  private final Duration longest;

  private SecretService(Libsecret library, Jobs jobs, Duration longest) {
    this.library = library;
    this.jobs = jobs;
    this.longest = longest;
  }

  /** {@return the place, if the library is there; whether a service is shows when it is asked} */
  static Optional<KeyPlace> find(Jobs jobs) {
    return find(jobs, Program.LONGEST);
  }

  /** {@return the same, which waits for a password no longer than this} */
  static Optional<KeyPlace> find(Jobs jobs, Duration longest) {
    return Libsecret.load().map(library -> new SecretService(library, jobs, longest));
  }

  @Override
  public Protection protection() {
    return Protection.SECRET_SERVICE;
  }

  @Override
  public Optional<byte[]> read(Job job) throws IOException {
    Optional<String> text = asked((arena, cancel) -> library.lookup(arena, cancel), job);
    try {
      return text.map(Base64.getDecoder()::decode);
    } catch (IllegalArgumentException e) {
      throw new IOException("not a key");
    }
  }

  @Override
  public void write(byte[] key, Job job) throws IOException {
    String text = Base64.getEncoder().encodeToString(key);
    boolean _ =
        asked(
            (arena, cancel) -> {
              library.store(LABEL, text, arena, cancel);
              return true;
            },
            job);
  }

  /** A call of the library, which can be cancelled. */
  @FunctionalInterface
  private interface Call<T> {
    T make(Arena arena, MemorySegment cancel) throws IOException;
  }

  private <T> T asked(Call<T> call, Job job) throws IOException {
    job.progress(Progress.of("Asking the keyring, which may want its password"));
    MemorySegment cancel = library.newCancellable();
    CompletableFuture<T> answer = new CompletableFuture<>();
    Deadline deadline = new Deadline(longest, () -> library.cancel(cancel));
    try (deadline;
        Job.Hold _ = job.onCancel(() -> library.cancel(cancel))) {
      boolean _ =
          jobs.computeWithin(
              job,
              each -> {
                try (Arena arena = Arena.ofConfined()) {
                  return answer.complete(call.make(arena, cancel));
                } catch (IOException e) {
                  return answer.completeExceptionally(e);
                }
              });
      job.check();
      return answer.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    } finally {
      library.unref(cancel);
    }
  }
}
