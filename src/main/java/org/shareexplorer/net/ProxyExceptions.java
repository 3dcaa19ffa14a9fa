package org.shareexplorer.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts that are reached without a proxy, written as in {@code NO_PROXY}: {@code example.com} and
 * {@code .example.com} (the domain and all hosts in it), {@code *.example.com}, {@code host:8443}
 * (that port alone), {@code 10.1.2.3}, {@code 10.0.0.0/8}, {@code fd00::/8}, {@code *} (all).
 * Numbers match hosts that are addressed by number: no name is looked up for them.
 *
 * @param patterns one each
 */
public record ProxyExceptions(List<String> patterns) {

  /** No host. */
  public static final ProxyExceptions NONE = new ProxyExceptions(List.of());

  /** Exceptions with a list of their own. */
  public ProxyExceptions {
    patterns = List.copyOf(patterns);
  }

  /** {@return the patterns of a text, parted by commas, semicolons or blanks} */
  public static ProxyExceptions parse(String text) {
    return new ProxyExceptions(
        Arrays.stream(text.split("[,;\\s]+")).filter(pattern -> !pattern.isBlank()).toList());
  }

  /** {@return whether a host is reached without a proxy} */
  public boolean cover(String host, int port) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, host, port));
  }

  private static boolean matches(String written, String host, int port) {
    String pattern = written.toLowerCase(Locale.ROOT);
    if (pattern.equals("*")) {
      return true;
    }
    int colon = pattern.lastIndexOf(':');
    // More than one colon outside brackets: an IPv6 address, not a port.
    boolean hasPort =
        colon > 0 && (pattern.indexOf(':') == colon || pattern.charAt(colon - 1) == ']');
    if (hasPort && !pattern.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String name = hasPort ? pattern.substring(0, colon) : pattern;
    Optional<InetAddress> number = Addresses.literal(host);
    return number.isPresent() ? covers(name, number.get()) : within(name, host);
  }

  private static boolean within(String domain, String host) {
    String suffix = domain.replaceFirst("^\\*?\\.", "");
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return !suffix.isEmpty() && (name.equals(suffix) || name.endsWith("." + suffix));
  }

  /** Whether a block of addresses, or the one address, holds an address. */
  private static boolean covers(String block, InetAddress address) {
    int slash = block.indexOf('/');
    Optional<InetAddress> base = Addresses.literal(slash < 0 ? block : block.substring(0, slash));
    if (base.isEmpty()) {
      return false;
    }
    byte[] one = base.get().getAddress();
    byte[] other = address.getAddress();
    String length = slash < 0 ? Integer.toString(one.length * 8) : block.substring(slash + 1);
    if (one.length != other.length || !length.matches("\\d{1,3}")) {
      return false;
    }
    int bits = Integer.parseInt(length);
    for (int i = 0; i < bits && i < one.length * 8; i++) {
      int mask = 0x80 >> (i % 8);
      if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** {@return the patterns as they are typed} */
  public String text() {
    return String.join(", ", patterns);
  }
}
