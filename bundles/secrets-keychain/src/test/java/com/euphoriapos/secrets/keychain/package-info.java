/** Tests with a real keyring and with one that misbehaves. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.secrets.keychain;
