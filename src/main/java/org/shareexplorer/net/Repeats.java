package org.shareexplorer.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;

/**
 * Decides whether a request is sent again, and after which pause. Some faults pass by waiting (429,
 * 503); others either pass at once or not at all, so they get few repeats, lest a person waits in
 * vain. One per request; for one thread.
 */
final class Repeats {

  private static final int FEW = 3;

  private final Patience patience;
  private final Clock clock;
  private final Instant end;
  private final boolean once;
  private int repeat;

  /**
   * Repeats for one request.
   *
   * @param once whether there are none
   */
  Repeats(Patience patience, Clock clock, boolean once) {
    this.patience = patience;
    this.clock = clock;
    this.once = once;
    this.end = clock.instant().plus(patience.budget());
  }

  /** {@return the pause before sending again after this answer; empty to let the answer stand} */
  Optional<Duration> afterAnswer(int status, Optional<Duration> asked) {
    return switch (status) {
      case 429, 503 -> next(Integer.MAX_VALUE, asked);
      case 500, 502, 504 -> next(FEW, asked);
      default -> Optional.empty();
    };
  }

  /** {@return the pause before sending again after this fault; empty to give up} */
  Optional<Duration> afterFault(IOException fault) {
    int most =
        switch (fault) {
          case Passage.Stopped _ -> 0;
          case SSLException e when TlsFaults.lasting(e) -> 0;
          case IOException e when ProxyFaults.lasting(e) -> 0;
          case SocketTimeoutException _ -> 1;
          case UnknownHostException _ -> 2;
          case ConnectException _ -> 2;
          case NoRouteToHostException _ -> 2;
          default -> FEW;
        };
    return next(most, Optional.empty());
  }

  /** {@return how long repeats may still begin; shown to people who wait} */
  Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Optional<Duration> next(int most, Optional<Duration> asked) {
    repeat++;
    Duration own = patience.pause(repeat);
    // Not all at the very moment that was named to all, and not at once where that was zero.
    Duration pause = asked.map(wanted -> wanted.plus(patience.pause(1))).orElse(own);
    pause = pause.compareTo(own) < 0 ? own : pause;
    return !once && repeat <= most && clock.instant().plus(pause).isBefore(end)
        ? Optional.of(pause)
        : Optional.empty();
  }

  /** {@return how long the header {@code Retry-After} asks to wait: seconds, or a date} */
  Optional<Duration> pauseAskedFor(String header) {
    String text = header.strip();
    OptionalInt seconds =
        text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(seconds.getAsInt()));
    }
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration pause = Duration.between(clock.instant(), date);
      return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
