/**
 * The command line: a way in, with no logic of its own. One class per command; options that several
 * commands share are mixins. Only this package ends the process.
 */
package dev.heddle.cli;
