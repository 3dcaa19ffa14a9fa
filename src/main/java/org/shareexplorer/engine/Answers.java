package org.shareexplorer.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The last answers about the same rows: equal questions have equal answers. Thread-safe. */
final class Answers {

  private static final int KEPT = 100;

  private final Map<Question<?>, Object> answered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question<?>, Object> eldest) {
              return size() > KEPT;
            }
          });

  /** {@return the answer, found by an action unless it is known} */
  Object get(Question<?> question, Supplier<?> action) {
    Object known = answered.get(question);
    if (known != null) {
      return known;
    }
    Object answer = action.get();
    answered.put(question, answer);
    return answer;
  }
}
