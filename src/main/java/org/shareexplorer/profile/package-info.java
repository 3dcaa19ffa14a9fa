/** Credential files as providers send them, and the connections made of them. */
@NullMarked
package org.shareexplorer.profile;

import org.jspecify.annotations.NullMarked;
