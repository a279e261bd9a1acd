/**
 * Secrets in the keychain of the operating system: the Secret Service of a Linux desktop, the credential store of Windows, the
 * keychain of macOS.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.secrets.keychain;
