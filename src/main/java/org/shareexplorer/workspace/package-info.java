/**
 * The open connections: their clients, tables and the demo share. What windows and the command line
 * both stand on.
 */
@NullMarked
package org.shareexplorer.workspace;

import org.jspecify.annotations.NullMarked;
