/** Answers of real servers, for the tests of everybody. */
@NullMarked
package org.shareexplorer.recorded;

import org.jspecify.annotations.NullMarked;
