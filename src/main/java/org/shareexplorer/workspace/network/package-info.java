/** How this computer reaches the network: what a person chose of it, kept and put to use. */
@NullMarked
package org.shareexplorer.workspace.network;

import org.jspecify.annotations.NullMarked;
