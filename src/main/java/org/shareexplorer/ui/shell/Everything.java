package org.shareexplorer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.ui.connections.ConnectionsModel;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.palette.Choice;
import org.shareexplorer.ui.palette.Commands;

/**
 * All that one can go to or do: open tabs, what the front tab and the window offer, and the tables
 * whose names are known.
 *
 * @param model the open tables
 * @param tree the tables known
 * @param commands the window's
 * @param tabs what stands on screen
 */
record Everything(ShellModel model, ConnectionsModel tree, Commands commands, Tabs tabs) {

  /** {@return what there is now, the nearest first} */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (TableRef tab : model.tabs()) {
      choices.add(choice(tab, "open tab · " + place(tab)));
    }
    choices.addAll(tabs.pages());
    TabContent content = tabs.front().get();
    if (content != null) {
      content.commands().stream()
          .filter(command -> command.enabled().getAsBoolean())
          .map(Choice::of)
          .forEach(choices::add);
    }
    // The first is the one that shows all this.
    commands.enabled().stream().skip(1).map(Choice::of).forEach(choices::add);
    for (TableRef table : tree.loadedTables()) {
      choices.add(choice(table, place(table)));
    }
    return choices;
  }

  private Choice choice(TableRef table, String words) {
    return new Choice(Icon.TABLE, table.table().table(), words, "", () -> model.open(table));
  }

  private static String place(TableRef table) {
    return table.connectionName() + " › " + table.table().share() + " › " + table.table().schema();
  }
}
