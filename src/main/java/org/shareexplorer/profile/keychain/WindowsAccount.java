package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.settings.PrivateFiles;

/**
 * A key in a file, encrypted by Windows for the account that is logged in (DPAPI: {@code
 * CryptProtectData}). Quick and silent: it needs no thread of its own.
 */
@SuppressWarnings("restricted") // Native calls are what it is for.
final class WindowsAccount implements KeyPlace {

  /** No window may come up. */
  private static final int UI_FORBIDDEN = 0x1;

  /** {@code DATA_BLOB}: a count of 4 bytes, then, on 64 bits, a pointer at 8. */
  private static final int BLOB = 16;

  private static final int BLOB_POINTER = 8;
  private static final int MOST = 1 << 16;

  private final Path file;
  private final MethodHandle protect;
  private final MethodHandle unprotect;
  private final MethodHandle free;

  /** Encrypts by the functions that a lookup finds. */
  WindowsAccount(Path file, SymbolLookup functions) {
    this.file = file;
    Linker linker = Linker.nativeLinker();
    // (in, description, entropy, reserved, prompt, flags, out), the same for both.
    FunctionDescriptor call =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS);
    protect = linker.downcallHandle(functions.findOrThrow("CryptProtectData"), call);
    unprotect = linker.downcallHandle(functions.findOrThrow("CryptUnprotectData"), call);
    free =
        linker.downcallHandle(
            functions.findOrThrow("LocalFree"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
  }

  /** {@return the place, if Windows has the functions} */
  static Optional<KeyPlace> find(Path config) {
    try {
      SymbolLookup functions =
          SymbolLookup.libraryLookup("crypt32", Arena.global())
              .or(SymbolLookup.libraryLookup("kernel32", Arena.global()));
      return Optional.of(new WindowsAccount(config.resolve("key.dpapi"), functions));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public Protection protection() {
    return Protection.WINDOWS_ACCOUNT;
  }

  @Override
  public Optional<byte[]> read(Job job) throws IOException {
    try {
      byte[] kept = Base64.getDecoder().decode(Files.readString(file).strip());
      return Optional.of(called(unprotect, kept));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException("not a key");
    }
  }

  @Override
  public void write(byte[] key, Job job) throws IOException {
    PrivateFiles.write(file, Base64.getEncoder().encodeToString(called(protect, key)) + "\n");
  }

  private byte[] called(MethodHandle function, byte[] bytes) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment in = arena.allocate(BLOB, BLOB_POINTER);
      in.set(ValueLayout.JAVA_INT, 0, bytes.length);
      in.set(ValueLayout.ADDRESS, BLOB_POINTER, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
      MemorySegment out = arena.allocate(BLOB, BLOB_POINTER);
      MemorySegment none = MemorySegment.NULL;
      int done = (int) function.invokeExact(in, none, none, none, none, UI_FORBIDDEN, out);
      int length = out.get(ValueLayout.JAVA_INT, 0);
      if (done == 0 || length < 0 || length > MOST) {
        throw new IOException("Windows refused");
      }
      MemorySegment made = out.get(ValueLayout.ADDRESS, BLOB_POINTER);
      try {
        return made.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
      } finally {
        MemorySegment _ = (MemorySegment) free.invokeExact(made);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("Windows could not be asked");
    }
  }
}
