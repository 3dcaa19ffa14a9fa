/**
 * Keeps secrets on this computer: encrypted, the key in the system's keychain or, where there is
 * none, in a file of its own.
 */
@NullMarked
package org.shareexplorer.profile.keychain;

import org.jspecify.annotations.NullMarked;
