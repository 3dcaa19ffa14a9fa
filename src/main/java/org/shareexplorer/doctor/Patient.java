package org.shareexplorer.doctor;

import java.util.Optional;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.protocol.TableName;

/**
 * What is to be looked over.
 *
 * @param name what the person calls the connection
 * @param profile where it goes, and with which credential
 * @param table the table to try; the first ones listed if empty
 */
public record Patient(String name, Profile profile, Optional<TableName> table) {}
