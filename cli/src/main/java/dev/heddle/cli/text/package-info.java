/** What people type and read: errors of use, nearest names, durations, the progress line. */
package dev.heddle.cli.text;
