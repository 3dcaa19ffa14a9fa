package org.shareexplorer.net.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requests as lines of CSV (RFC 4180), for export and for what is kept. Times are by ISO 8601 in
 * UTC, lengths of time in microseconds, sizes in bytes.
 */
public final class ActivityCsv {

  /** The first line. */
  public static final String HEAD =
      "start,connection,kind,method,host,path,range,status,outcome,fault,sent_bytes,received_bytes,total_us,name_us,connect_us,tls_us,first_byte_us,request_id,protocol";

  private static final int FIELDS = 19;

  private ActivityCsv() {}

  /** {@return a request's line, without its end} */
  public static String line(Activity a) {
    Timing t = a.timing();
    return List.of(
            a.start().toString(),
            a.connection(),
            a.kind().name(),
            a.method(),
            a.host(),
            a.path(),
            a.range(),
            a.status() == 0 ? "" : Integer.toString(a.status()),
            a.outcome().name(),
            a.fault(),
            Long.toString(a.sent()),
            Long.toString(a.received()),
            micros(t.total()),
            micros(t.name()),
            micros(t.connect()),
            micros(t.secure()),
            micros(t.firstByte()),
            a.requestId(),
            a.protocol())
        .stream()
        .map(ActivityCsv::field)
        .collect(Collectors.joining(","));
  }

  private static String micros(int value) {
    return value == Timing.NONE ? "" : Integer.toString(value);
  }

  /** In one line, and nothing that a spreadsheet takes for a formula. */
  private static String field(String text) {
    String safe = text.isEmpty() || "=+-@'".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    String line = safe.replaceAll("\\p{Cntrl}", " ");
    return line.indexOf(',') < 0 && line.indexOf('"') < 0
        ? line
        : '"' + line.replace("\"", "\"\"") + '"';
  }

  /** {@return the request of a line; empty if it is none, as the first line or a torn one} */
  public static Optional<Activity> parse(String line) {
    List<String> f = fields(line);
    if (f.size() != FIELDS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Activity(
              Instant.parse(f.get(0)),
              new Asker(f.get(1), Asker.Kind.valueOf(f.get(2))),
              f.get(3),
              f.get(4),
              f.get(5),
              f.get(6),
              f.get(7).isEmpty() ? 0 : Integer.parseInt(f.get(7)),
              Outcome.valueOf(f.get(8)),
              f.get(9),
              Long.parseLong(f.get(10)),
              Long.parseLong(f.get(11)),
              new Timing(
                  number(f.get(12)),
                  number(f.get(13)),
                  number(f.get(14)),
                  number(f.get(15)),
                  number(f.get(16))),
              f.get(17),
              f.get(18)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int number(String text) {
    return text.isEmpty() ? Timing.NONE : Integer.parseInt(text);
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>(FIELDS);
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(plain(field));
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(plain(field));
    return fields;
  }

  private static String plain(CharSequence field) {
    return field.toString().startsWith("'") ? field.toString().substring(1) : field.toString();
  }
}
