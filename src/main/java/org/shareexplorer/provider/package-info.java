/**
 * A Delta Sharing server on this computer, and the demo share it serves. Shares no code with the
 * client.
 */
@NullMarked
package org.shareexplorer.provider;

import org.jspecify.annotations.NullMarked;
