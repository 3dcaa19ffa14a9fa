package org.shareexplorer.profile;

/**
 * A private key as its owner has it.
 *
 * @param pem the key, as PEM text
 * @param keyId which of the client's keys it is
 * @param algorithm how to sign, by its name in RFC 7518, section 3.1
 */
public record SigningKey(Secret pem, String keyId, String algorithm) {}
