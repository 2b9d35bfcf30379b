/** What a person or a script types to the debugger, and what they see. */
package dev.heddle.cli.console;
