package org.shareexplorer.profile.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;

/**
 * Calls go through native function pointers to functions that stand in for Windows' own, so that
 * structures and calls are checked on every system.
 */
@SuppressWarnings("restricted") // Native calls are what it is for.
class WindowsAccountTest {

  private static final Job JOB = Job.unattended();
  private static final AtomicInteger FREED = new AtomicInteger();
  private static volatile boolean refuse;

  @TempDir private Path folder;

  /** Turns every bit over; a 64-bit DATA_BLOB is a count, four bytes of nothing, a pointer. */
  @SuppressWarnings("unused") // Called by its pointer.
  private static int crypt(
      MemorySegment in,
      MemorySegment description,
      MemorySegment entropy,
      MemorySegment reserved,
      MemorySegment prompt,
      int flags,
      MemorySegment out) {
    if (refuse || flags != 1) {
      return 0;
    }
    MemorySegment from = in.reinterpret(16);
    int length = from.get(ValueLayout.JAVA_INT, 0);
    MemorySegment bytes = from.get(ValueLayout.ADDRESS, 8).reinterpret(length);
    MemorySegment made = Arena.global().allocate(length);
    for (int i = 0; i < length; i++) {
      made.set(ValueLayout.JAVA_BYTE, i, (byte) ~bytes.get(ValueLayout.JAVA_BYTE, i));
    }
    MemorySegment to = out.reinterpret(16);
    to.set(ValueLayout.JAVA_INT, 0, length);
    to.set(ValueLayout.ADDRESS, 8, made);
    return 1;
  }

  @SuppressWarnings("unused") // Called by its pointer.
  private static MemorySegment free(MemorySegment memory) {
    FREED.incrementAndGet();
    return MemorySegment.NULL;
  }

  private static SymbolLookup functions() throws ReflectiveOperationException {
    Linker linker = Linker.nativeLinker();
    ValueLayout pointer = ValueLayout.ADDRESS;
    MemorySegment crypt =
        linker.upcallStub(
            MethodHandles.lookup()
                .findStatic(
                    WindowsAccountTest.class,
                    "crypt",
                    MethodType.methodType(
                        int.class,
                        MemorySegment.class,
                        MemorySegment.class,
                        MemorySegment.class,
                        MemorySegment.class,
                        MemorySegment.class,
                        int.class,
                        MemorySegment.class)),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                pointer,
                pointer,
                pointer,
                pointer,
                pointer,
                ValueLayout.JAVA_INT,
                pointer),
            Arena.global());
    MemorySegment free =
        linker.upcallStub(
            MethodHandles.lookup()
                .findStatic(
                    WindowsAccountTest.class,
                    "free",
                    MethodType.methodType(MemorySegment.class, MemorySegment.class)),
            FunctionDescriptor.of(pointer, pointer),
            Arena.global());
    return name ->
        switch (name) {
          case "CryptProtectData", "CryptUnprotectData" -> Optional.of(crypt);
          case "LocalFree" -> Optional.of(free);
          default -> Optional.empty();
        };
  }

  @Test
  void theKeyLiesInAFileAsWindowsEncryptedItAndComesBack() throws Exception {
    KeyPlace place = new WindowsAccount(folder.resolve("key.dpapi"), functions());
    assertThat(place.read(JOB)).isEmpty();
    byte[] key = {0, 1, 2, -1, 100};
    place.write(key, JOB);
    assertThat(Files.readString(folder.resolve("key.dpapi")).strip())
        .isEqualTo(java.util.Base64.getEncoder().encodeToString(new byte[] {-1, -2, -3, 0, -101}));
    assertThat(place.read(JOB)).contains(key);
    assertThat(FREED.get()).isEqualTo(2);
    refuse = true;
    try {
      assertThatThrownBy(() -> place.read(JOB)).isInstanceOf(IOException.class);
    } finally {
      refuse = false;
    }
  }
}
