package dev.heddle.minimizer;

import java.util.List;
import java.util.Map;

/**
 * What a piece of work came to.
 *
 * @param end the smallest execution, or null where none was found
 * @param others the first execution of each other violation that was met, by its shape
 */
record Trail(Execution end, List<Stage> stages, Map<String, Execution> others) {}
