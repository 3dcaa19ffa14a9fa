/** The Delta Sharing REST protocol, as a recipient speaks it. */
@NullMarked
package org.shareexplorer.protocol;

import org.jspecify.annotations.NullMarked;
