/** For tests of the replication: what the catalogue shows only to itself. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.catalog;
