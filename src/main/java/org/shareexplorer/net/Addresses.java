package org.shareexplorer.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What numbers of hosts tell about where they are. */
final class Addresses {

  private Addresses() {}

  /** {@return the address that a text spells out, brackets or not; empty for a name} */
  static Optional<InetAddress> literal(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@return whether a host is this computer itself, as far as its name or number tells} */
  static boolean loopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || literal(host).filter(address -> embedded(address).isLoopbackAddress()).isPresent();
  }

  /**
   * {@return whether an address belongs to this computer or to the network around it, and not to
   * the internet (RFC 6890)}
   */
  static boolean notPublic(InetAddress given) {
    InetAddress address = embedded(given);
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (address instanceof Inet4Address) {
      return first == 0
          || (first == 100 && (second & 0xc0) == 64)
          || (first == 192 && second == 0 && b[2] == 0)
          || (first == 198 && (second & 0xfe) == 18)
          || first >= 240;
    }
    // Unique local addresses.
    return (first & 0xfe) == 0xfc;
  }

  /** The IPv4 address that an IPv6 address leads to by NAT64, 6to4 or by being one in disguise. */
  private static InetAddress embedded(InetAddress address) {
    byte[] b = address.getAddress();
    if (b.length != 16) {
      return address;
    }
    if (startsWith(b, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
      return four(b, 12);
    }
    if (startsWith(b, 0x20, 0x02)) {
      return four(b, 2);
    }
    boolean compatible = startsWith(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return compatible && !address.isLoopbackAddress() && !address.isAnyLocalAddress()
        ? four(b, 12)
        : address;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress four(byte[] bytes, int offset) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
