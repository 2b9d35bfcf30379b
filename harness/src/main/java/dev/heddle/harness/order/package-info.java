/**
 * Orders: which of the messages and timers that can be handed over now comes next.
 *
 * <p>To add one, implement {@link dev.heddle.harness.order.Order} and list it in {@link
 * dev.heddle.harness.order.Orders}. Commands, faults and the balance between kinds of events are not its
 * concern, so that two orders differ in nothing else.
 */
package dev.heddle.harness.order;
