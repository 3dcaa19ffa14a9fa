package org.shareexplorer.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shareexplorer.cache.FileKey;
import org.shareexplorer.protocol.SignedAddress;

/**
 * Where files are, by their keys: hundreds of thousands of addresses in little memory. Filled by
 * one thread; thread-safe once it is filled.
 */
final class AddressBook {

  /** Stands for a name that several files have. */
  private static final Integer SEVERAL = -1;

  private final PackedTexts addresses = new PackedTexts();

  /** A key is a digest: a part of it tells files apart as well. */
  private final Map<Long, Integer> numbers = new HashMap<>();

  /** Notes where something is. */
  void put(FileKey key, SignedAddress address) {
    numbers.put(part(key), addresses.add(address.text()));
  }

  /**
   * Notes where a file is.
   *
   * @param name another key, which several files may have: then it leads to none of them
   */
  void put(FileKey key, FileKey name, SignedAddress address) {
    put(key, address);
    Integer number = numbers.get(part(key));
    numbers.merge(part(name), number, (_, _) -> SEVERAL);
  }

  /** Has a key that leads nowhere lead to where a name does. */
  void alias(FileKey key, FileKey name) {
    Integer named = numbers.get(part(name));
    if (named != null && !named.equals(SEVERAL)) {
      numbers.putIfAbsent(part(key), named);
    }
  }

  Optional<SignedAddress> get(FileKey key) {
    return Optional.ofNullable(numbers.get(part(key)))
        .map(number -> new SignedAddress(addresses.get(number)));
  }

  private static long part(FileKey key) {
    return Long.parseUnsignedLong(key.text(), 0, 16, 16);
  }
}
