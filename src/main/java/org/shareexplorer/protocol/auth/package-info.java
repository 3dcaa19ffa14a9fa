/** How a client shows who it is: the headers of a credential, and the tokens that it earns. */
@NullMarked
package org.shareexplorer.protocol.auth;

import org.jspecify.annotations.NullMarked;
