package org.shareexplorer.build.planted.provider;

import org.shareexplorer.build.planted.table.PlantedInTable;

/** Breaks a wall on purpose: the server leans on the client. */
final class PlantedInProvider {

  static PlantedInTable lean() {
    return new PlantedInTable();
  }

  private PlantedInProvider() {}
}
