/** What people type and read: errors of use, nearest names, durations, JSON, the progress line. */
package dev.heddle.cli.text;
