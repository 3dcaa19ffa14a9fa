package org.shareexplorer.ui.preferences;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shareexplorer.settings.Preferences;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Notices;

/** The preferences that hold now; every change is written down in the background. */
public final class Remembered {

  private final PreferencesFile file;
  private final Background.Latest saving;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Preferences> now;

  /** Reads what was remembered; quick, as the file is small. */
  public Remembered(PreferencesFile file, Background background, Notices notices) {
    this.file = file;
    this.saving = background.latest();
    this.notices = notices;
    this.now = new ReadOnlyObjectWrapper<>(file.load());
  }

  /** {@return what holds now} */
  public Preferences get() {
    return now.get();
  }

  /** {@return what holds now} */
  public ReadOnlyObjectProperty<Preferences> property() {
    return now.getReadOnlyProperty();
  }

  /** Changes the preferences, and has them written. */
  public void change(UnaryOperator<Preferences> change) {
    Preferences changed = change.apply(now.get());
    if (!changed.equals(now.get())) {
      now.set(changed);
      saving.start(
          job -> {
            synchronized (file) {
              // A save that was overtaken must not overwrite the newer one.
              job.check();
              file.save(changed);
            }
            return changed;
          },
          saved -> {},
          notices::failed);
    }
  }

  /** Writes the preferences before the window goes. */
  public void saveNow() {
    saving.cancel();
    synchronized (file) {
      file.save(now.get());
    }
  }
}
