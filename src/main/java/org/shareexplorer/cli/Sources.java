package org.shareexplorer.cli;

import java.time.Clock;
import org.shareexplorer.engine.Engine;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.workspace.DemoOnDemand;
import org.shareexplorer.workspace.KeptActivity;

/**
 * What commands read from. The command line remembers a credential only when it is told to, by
 * {@code connections add}.
 *
 * @param store the connections that the window remembers
 * @param clients makes clients of profiles
 * @param activation fetches what activation links give
 * @param engine opens tables
 * @param demo starts the demo share
 * @param clock tells which credentials have ended
 * @param activity what was asked of servers and storages
 */
public record Sources(
    ConnectionStore store,
    SharingClients clients,
    Activation activation,
    Engine engine,
    DemoOnDemand.Start demo,
    Clock clock,
    KeptActivity activity) {}
