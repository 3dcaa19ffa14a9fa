/** Looks a connection over, step by step, and says which hop is to blame. */
@NullMarked
package org.shareexplorer.doctor;

import org.jspecify.annotations.NullMarked;
