/**
 * HTTP for everybody: one stack for the API and for signed file addresses, ranges of remote files,
 * faults as problems.
 */
@NullMarked
package org.shareexplorer.net;

import org.jspecify.annotations.NullMarked;
