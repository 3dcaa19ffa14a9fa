package org.shareexplorer.net;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy. Printing it never prints its password.
 *
 * @param kind how it is spoken to
 * @param host its name or address; an IPv6 address without brackets
 * @param port its port, 1 to 65535
 * @param login what it wants to know of the person, if anything
 */
public record ProxyServer(Kind kind, String host, int port, Optional<Login> login) {

  /** The port of SOCKS (RFC 1928); proxies of HTTP have no such habit, 8080 is the commonest. */
  private static final int SOCKS_PORT = 1080;

  private static final Pattern FORM =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:([^@/]*)@)?(\\[[0-9A-Fa-f:.%]+]|[^:/@\\[\\]\\s]+)(?::(\\d{1,5}))?/?");

  /** How a proxy is spoken to. */
  public enum Kind {
    /** HTTP, with CONNECT for what is encrypted (RFC 9110, section 9.3.6). */
    HTTP,
    /** SOCKS version 5 (RFC 1928); names are looked up by the proxy. */
    SOCKS
  }

  /**
   * A name and a password.
   *
   * @param password a secret
   */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user + ":••••";
    }
  }

  /**
   * {@return the proxy that an address names, such as {@code http://me:secret@proxy.example:8080},
   * {@code socks5://localhost} or {@code proxy.example:3128}}
   *
   * @throws IllegalArgumentException with a sentence for people that does not quote the address
   */
  public static ProxyServer parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("It is not of the form http://host:port.");
    }
    Kind kind = kind(form.group(1));
    String host = form.group(3).replaceAll("[\\[\\]]", "");
    int usual = kind == Kind.SOCKS ? SOCKS_PORT : form.group(1) == null ? -1 : 80;
    int port = form.group(4) == null ? usual : Integer.parseInt(form.group(4));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("It lacks a port from 1 to 65535.");
    }
    return new ProxyServer(
        kind, host, port, Optional.ofNullable(form.group(2)).map(ProxyServer::login));
  }

  private static Kind kind(String scheme) {
    return switch (scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> Kind.HTTP;
      case "socks", "socks5", "socks5h" -> Kind.SOCKS;
      case "https" ->
          throw new IllegalArgumentException(
              "Proxies that are themselves spoken to by https are not supported; most are meant to"
                  + " be written with http://.");
      default ->
          throw new IllegalArgumentException("Proxies of the kinds http and socks5 are known.");
    };
  }

  private static Login login(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Login(decoded(text), "")
        : new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** {@return the same with another login} */
  public ProxyServer withLogin(Optional<Login> other) {
    return new ProxyServer(kind, host, port, other);
  }

  /** {@return host and port, for people} */
  public String authority() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** As the JDK has it; its name is looked up when it is needed. */
  Proxy proxy() {
    return new Proxy(
        kind == Kind.SOCKS ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
        InetSocketAddress.createUnresolved(host, port));
  }

  @Override
  public String toString() {
    return (kind == Kind.SOCKS ? "socks5://" : "http://") + authority();
  }
}
