/**
 * One execution looked at message by message, and changed by hand: {@link dev.heddle.debugger.Session} moves over a
 * {@link dev.heddle.debugger.Timeline}, which is made anew by re-execution whenever an event is put in or taken out.
 */
package dev.heddle.debugger;
