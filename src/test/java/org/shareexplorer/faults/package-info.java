/** Everything that can go wrong on the way to a server, at every place where it can. */
@NullMarked
package org.shareexplorer.faults;

import org.jspecify.annotations.NullMarked;
