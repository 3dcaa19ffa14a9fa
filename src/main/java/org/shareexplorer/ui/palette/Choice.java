package org.shareexplorer.ui.palette;

import org.shareexplorer.ui.fx.Icon;

/**
 * Something the palette offers.
 *
 * @param icon what kind of thing it is
 * @param name what it is called
 * @param detail where it is, in soft letters; may be empty
 * @param keys its shortcut as the keyboard shows it; may be empty
 * @param action goes there, or does it
 */
public record Choice(Icon icon, String name, String detail, String keys, Runnable action) {

  /**
   * {@return whether this is the other one, made anew: its action does the same but is never equal}
   */
  boolean same(Choice other) {
    return icon == other.icon && name.equals(other.name) && detail.equals(other.detail);
  }

  /** {@return a choice that runs a command} */
  public static Choice of(Command command) {
    return new Choice(Icon.COMMAND, command.name(), "", command.keysText(), command.action());
  }
}
