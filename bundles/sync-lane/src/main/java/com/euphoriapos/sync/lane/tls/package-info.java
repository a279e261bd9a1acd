/**
 * Who a lane is on the network: its key, the certificate that carries it, and the trust in the keys of others. A lane is its public
 * key and nothing else; names, dates and issuers in certificates are ignored.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.lane.tls;
