package org.shareexplorer.ui.connections;

import org.shareexplorer.protocol.ListedAsset;
import org.shareexplorer.ui.fx.Icon;

/**
 * What is said of something shared that is no table, and so does not open here.
 *
 * @param kind what it is
 * @param icon its drawing
 * @param sentence why nothing opens, and who can open it
 * @param text the same, after the provider's words about it
 */
record AssetWords(String kind, Icon icon, String sentence, String text) {

  static AssetWords of(ListedAsset asset) {
    return switch (asset.kind()) {
      case VOLUME -> words(asset, "volume", Icon.VOLUME, "a folder of files");
      case MODEL -> words(asset, "model", Icon.MODEL, "a model of machine learning");
      case SKILL -> words(asset, "skill", Icon.FILE, "instructions for an agent");
    };
  }

  private static AssetWords words(ListedAsset asset, String kind, Icon icon, String what) {
    String sentence =
        asset.name()
            + " is "
            + what
            + ". Share Explorer opens tables; ask the provider how its files are meant to be fetched.";
    return new AssetWords(
        kind, icon, sentence, asset.comment().map(words -> words + "\n").orElse("") + sentence);
  }
}
