package org.shareexplorer.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The last answers: equal questions about the same rows have equal answers. Thread-safe. */
final class Answers {

  private static final int KEPT = 200;

  private final Map<Object, Object> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
              return size() > KEPT;
            }
          });

  private record Asked(Object rows, Question<?> question) {}

  /**
   * {@return the answer, found by an action unless it is known}
   *
   * @param rows tells the rows that the question is about from all others
   */
  @SuppressWarnings("unchecked") // An answer is kept under the question that it answers.
  <A> A get(Object rows, Question<A> question, Supplier<?> action) {
    Asked asked = new Asked(rows, question);
    return (A) this.<Object>get(asked).orElseGet(() -> put(asked, action.get()));
  }

  /** {@return what is known under a key, which tells the type of what that is} */
  @SuppressWarnings("unchecked")
  <T> Optional<T> get(Object key) {
    return Optional.ofNullable((T) known.get(key));
  }

  /** Keeps something under a key. */
  <T> T put(Object key, T answer) {
    known.put(key, answer);
    return answer;
  }
}
