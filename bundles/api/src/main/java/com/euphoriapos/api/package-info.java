/** Service contracts between the bundles. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.api;
