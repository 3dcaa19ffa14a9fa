package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shareexplorer.cache.FileKey;
import org.shareexplorer.protocol.SignedAddress;

class AddressBookTest {

  private final Random random = new Random(7);

  @Test
  void leadsToEveryAddressAgain() {
    AddressBook book = new AddressBook();
    FileKey[] keys = new FileKey[1_000];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key();
      book.put(keys[i], new SignedAddress(address(i)));
    }

    for (int i = 0; i < keys.length; i++) {
      assertThat(book.get(keys[i])).contains(new SignedAddress(address(i)));
    }
    assertThat(book.get(key())).isEmpty();
  }

  @Test
  void aNameLeadsToItsFileOnlyIfNoOtherHasIt() {
    AddressBook book = new AddressBook();
    FileKey one = key();
    FileKey many = key();
    book.put(key(), one, new SignedAddress("a"));
    book.put(key(), many, new SignedAddress("b"));
    book.put(key(), many, new SignedAddress("c"));
    FileKey ours = key();
    FileKey other = key();

    book.alias(ours, one);
    book.alias(other, many);

    assertThat(book.get(ours)).contains(new SignedAddress("a"));
    assertThat(book.get(other)).isEmpty();
  }

  @Test
  void aNameIsNoneOfTheFileThatIsKnownByItsKey() {
    AddressBook book = new AddressBook();
    FileKey key = key();
    FileKey name = key();
    book.put(key, key(), new SignedAddress("a"));
    book.put(key(), name, new SignedAddress("b"));

    book.alias(key, name);

    assertThat(book.get(key)).contains(new SignedAddress("a"));
  }

  private static String address(int i) {
    return "https://store.example/part-" + i + "?signature=" + Integer.toHexString(i * 31);
  }

  private FileKey key() {
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    return new FileKey(HexFormat.of().formatHex(bytes));
  }
}
