/** The debugger's commands, as lines of text; what they show goes to a {@link dev.heddle.debugger.command.Screen}. */
package dev.heddle.debugger.command;
