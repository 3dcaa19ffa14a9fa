/**
 * Measures the read engine over a slow link, way against way, each run in a process of its own. No
 * part of the tests: {@code mvn test-compile exec:exec@bench}.
 */
@NullMarked
package org.shareexplorer.bench;

import org.jspecify.annotations.NullMarked;
