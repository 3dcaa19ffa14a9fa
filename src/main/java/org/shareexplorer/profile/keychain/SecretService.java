package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/**
 * The Secret Service of a Linux desktop, by the library libsecret, which every desktop has. A
 * keyring that is locked has its own window ask for the password; meanwhile a computing thread
 * waits in native code.
 */
final class SecretService implements KeyPlace {

  private static final String LABEL = "Share Explorer: key of the credentials";

  private final Libsecret library;
  private final Jobs jobs;

  private SecretService(Libsecret library, Jobs jobs) {
    this.library = library;
    this.jobs = jobs;
  }

  /** {@return the place, if the library is there; whether a service is shows when it is asked} */
  static Optional<KeyPlace> find(Jobs jobs) {
    return Libsecret.load().map(library -> new SecretService(library, jobs));
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
    MemorySegment cancel = library.newCancellable();
    CompletableFuture<T> answer = new CompletableFuture<>();
    try (Job.Hold _ = job.onCancel(() -> library.cancel(cancel))) {
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
