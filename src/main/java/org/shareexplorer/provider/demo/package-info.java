/** The demo share: made-up data, the same on every computer. */
@NullMarked
package org.shareexplorer.provider.demo;

import org.jspecify.annotations.NullMarked;
