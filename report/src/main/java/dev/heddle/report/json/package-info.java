/** JSON as it may stand anywhere: in a file, on a terminal, within a page. */
package dev.heddle.report.json;
