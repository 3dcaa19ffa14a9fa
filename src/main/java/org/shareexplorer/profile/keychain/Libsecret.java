package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The few functions of libsecret and GLib that keep one password, as their reference manuals have
 * them. Blocks in native code.
 */
@SuppressWarnings("restricted") // Native calls are what it is for.
final class Libsecret {

  private static final String SCHEMA = "org.shareexplorer.Key";
  private static final String ATTRIBUTE = "application";
  private static final String VALUE = "share-explorer";
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
  private static final MemorySegment NULL = MemorySegment.NULL;

  /** Passwords are a few bytes of Base64. */
  private static final long MOST = 1 << 12;

  private final SymbolLookup symbols;
  private final MethodHandle newTable;
  private final MethodHandle insert;
  private final MethodHandle unrefTable;
  private final MethodHandle store;
  private final MethodHandle lookup;
  private final MethodHandle freePassword;
  private final MethodHandle freeError;
  private final MethodHandle newCancellable;
  private final MethodHandle cancel;
  private final MethodHandle unref;

  /** Never freed: the library keeps pointing at it. */
  private final MemorySegment schema;

  private Libsecret(SymbolLookup symbols) {
    this.symbols = symbols;
    newTable = function("g_hash_table_new", POINTER, POINTER, POINTER);
    insert = function("g_hash_table_insert", INT, POINTER, POINTER, POINTER);
    unrefTable = procedure("g_hash_table_unref", POINTER);
    store =
        function(
            "secret_password_storev_sync",
            INT,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER);
    lookup = function("secret_password_lookupv_sync", POINTER, POINTER, POINTER, POINTER, POINTER);
    freePassword = procedure("secret_password_free", POINTER);
    freeError = procedure("g_error_free", POINTER);
    newCancellable = function("g_cancellable_new", POINTER);
    cancel = procedure("g_cancellable_cancel", POINTER);
    unref = procedure("g_object_unref", POINTER);
    schema = schema();
  }

  static Optional<Libsecret> load() {
    try {
      Arena global = Arena.global();
      SymbolLookup symbols =
          SymbolLookup.libraryLookup("libsecret-1.so.0", global)
              .or(SymbolLookup.libraryLookup("libgio-2.0.so.0", global))
              .or(SymbolLookup.libraryLookup("libgobject-2.0.so.0", global))
              .or(SymbolLookup.libraryLookup("libglib-2.0.so.0", global));
      return Optional.of(new Libsecret(symbols));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  private MethodHandle procedure(String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
  }

  /** A call of native code that throws nothing but what Java adds. */
  @FunctionalInterface
  private interface Native<T> {
    T call() throws Throwable;
  }

  private static <T> T invoked(Native<T> call) {
    try {
      return call.call();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private MemorySegment schema() {
    Arena arena = Arena.global();
    // A string attribute is of the type 0.
    MemorySegment types = table(ATTRIBUTE, NULL, arena);
    MethodHandle make = function("secret_schema_newv", POINTER, POINTER, INT, POINTER);
    MemorySegment name = arena.allocateFrom(SCHEMA);
    return invoked(() -> (MemorySegment) make.invokeExact(name, 0, types));
  }

  private MemorySegment table(String key, MemorySegment value, Arena arena) {
    MemorySegment hash = symbols.findOrThrow("g_str_hash");
    MemorySegment equal = symbols.findOrThrow("g_str_equal");
    MemorySegment name = arena.allocateFrom(key);
    return invoked(() -> {
      MemorySegment table = (MemorySegment) newTable.invokeExact(hash, equal);
      int _ = (int) insert.invokeExact(table, name, value);
      return table;
    });
  }

  /** {@return the password, if there is one} */
  Optional<String> lookup(Arena arena, MemorySegment cancellable) throws IOException {
    MemorySegment error = arena.allocate(POINTER);
    MemorySegment table = table(ATTRIBUTE, arena.allocateFrom(VALUE), arena);
    try {
      MemorySegment found =
          invoked(() -> (MemorySegment) lookup.invokeExact(schema, table, cancellable, error));
      failIf(error);
      if (found.equals(NULL)) {
        return Optional.empty();
      }
      try {
        return Optional.of(found.reinterpret(MOST).getString(0));
      } finally {
        release(freePassword, found);
      }
    } finally {
      release(unrefTable, table);
    }
  }

  /** Keeps a password in the person's usual collection. */
  void store(String label, String password, Arena arena, MemorySegment cancellable)
      throws IOException {
    MemorySegment error = arena.allocate(POINTER);
    MemorySegment table = table(ATTRIBUTE, arena.allocateFrom(VALUE), arena);
    MemorySegment name = arena.allocateFrom(label);
    MemorySegment text = arena.allocateFrom(password);
    try {
      int done =
          invoked(
              () -> (int) store.invokeExact(schema, table, NULL, name, text, cancellable, error));
      failIf(error);
      if (done == 0) {
        throw new IOException("the Secret Service refused");
      }
    } finally {
      text.fill((byte) 0);
      release(unrefTable, table);
    }
  }

  private void failIf(MemorySegment error) throws IOException {
    MemorySegment fault = error.get(ValueLayout.ADDRESS, 0);
    if (!fault.equals(NULL)) {
      release(freeError, fault);
      throw new IOException("the Secret Service could not be reached, or refused");
    }
  }

  MemorySegment newCancellable() {
    return invoked(() -> (MemorySegment) newCancellable.invokeExact());
  }

  /** Has the call that was given it end; on any thread. */
  void cancel(MemorySegment cancellable) {
    release(cancel, cancellable);
  }

  void unref(MemorySegment object) {
    release(unref, object);
  }

  private static void release(MethodHandle function, MemorySegment object) {
    boolean _ =
        invoked(() -> {
          function.invokeExact(object);
          return true;
        });
  }
}
