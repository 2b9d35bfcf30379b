/** Finding what is under test by its name, in the application's loader or in one of its own. */
package dev.heddle.cli.targets;
