/**
 * What can be done to a system from outside: boots, commands, and the faults, one class for each.
 *
 * <p>A class owns its fault whole: the lines by which schedules name it, what it does, how it is found
 * again in a live world, in how many ways it can happen and how likely it is. To add one, write a class and list
 * it in {@link dev.heddle.harness.fault.Faults}.
 */
package dev.heddle.harness.fault;
