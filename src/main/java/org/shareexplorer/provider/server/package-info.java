/**
 * A Delta Sharing server on this computer: the protocol over HTTP, and signed addresses of files.
 */
@NullMarked
package org.shareexplorer.provider.server;

import org.jspecify.annotations.NullMarked;
