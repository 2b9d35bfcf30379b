/** Targets that no harness can make repeatable: each must be found out, or the audit is worth nothing. */
package dev.heddle.canary;
