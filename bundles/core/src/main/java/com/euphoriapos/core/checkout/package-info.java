/** The sale in progress, its completion in one transaction, and what follows it. Implements the checkout of the api; one lock, any thread but the event thread. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.checkout;
