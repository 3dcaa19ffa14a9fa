package org.shareexplorer.cli;

import java.time.Clock;
import org.shareexplorer.engine.Engine;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.workspace.OpenWorkspace.DemoStart;

/**
 * What commands read from. Unlike the window, the command line remembers no credential that it is
 * given.
 *
 * @param store the connections that the window remembers
 * @param clients makes clients of profiles
 * @param engine opens tables
 * @param demo starts the demo share
 * @param clock tells which credentials have ended
 */
public record Sources(
    ConnectionStore store, SharingClients clients, Engine engine, DemoStart demo, Clock clock) {}
