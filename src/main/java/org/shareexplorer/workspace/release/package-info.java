/**
 * Newer versions of this application: which there are, as an address tells; nothing is installed.
 */
@NullMarked
package org.shareexplorer.workspace.release;

import org.jspecify.annotations.NullMarked;
