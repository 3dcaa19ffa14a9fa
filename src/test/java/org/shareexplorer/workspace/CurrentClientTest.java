package org.shareexplorer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.SharingClient;

class CurrentClientTest {

  private static SharingClient named(String name, List<String> asked) {
    return (SharingClient)
        Proxy.newProxyInstance(
            SharingClient.class.getClassLoader(),
            new Class<?>[] {SharingClient.class},
            (self, method, arguments) -> {
              asked.add(name + " " + method.getName());
              return method.getReturnType() == long.class ? (Object) 7L : null;
            });
  }

  @Test
  void everyCallGoesToTheClientOfTheMoment() throws Exception {
    List<String> asked = new ArrayList<>();
    AtomicReference<SharingClient> now = new AtomicReference<>(named("old", asked));
    SharingClient client = new CurrentClient(job -> now.get());
    for (Method method : SharingClient.class.getMethods()) {
      for (String name : List.of("old", "new")) {
        now.set(named(name, asked));
        Object[] arguments = new Object[method.getParameterCount()];
        arguments[arguments.length - 1] = Job.unattended();
        method.invoke(client, arguments);
        assertThat(asked.getLast()).isEqualTo(name + " " + method.getName());
      }
    }
    assertThat(asked).hasSizeGreaterThan(15);
  }
}
