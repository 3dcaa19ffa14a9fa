package org.shareexplorer.build.planted.app;

/** Something at the top of the house, for planted code below to reach up to. */
public final class PlantedInApp {}
