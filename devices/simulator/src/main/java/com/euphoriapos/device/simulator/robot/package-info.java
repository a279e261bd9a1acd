/** The robot cashier: rings random baskets through the checkout as a person does, for demonstrations, soaks and measurements. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.simulator.robot;
