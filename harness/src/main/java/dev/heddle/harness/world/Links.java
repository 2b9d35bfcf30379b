package dev.heddle.harness.world;

import java.util.Arrays;

/** Which ways between nodes carry messages: one that is cut can be healed, one that is severed cannot. */
final class Links {
    private final boolean[][] cut;
    private final boolean[][] severed;
    private int cuts;
    private int severedCount;

    Links(int nodes) {
        cut = new boolean[nodes][nodes];
        severed = new boolean[nodes][nodes];
    }

    void clear() {
        for (int from = 0; from < cut.length; from++) {
            Arrays.fill(cut[from], false);
            Arrays.fill(severed[from], false);
        }
        cuts = 0;
        severedCount = 0;
    }

    /** The number of ways that carry nothing. */
    int cuts() {
        return cuts;
    }

    /** The number of those that never will again. */
    int severed() {
        return severedCount;
    }

    boolean isCut(Node from, Node to) {
        return cut[from.index()][to.index()];
    }

    boolean isSevered(Node from, Node to) {
        return severed[from.index()][to.index()];
    }

    /** True where it carried messages until now. */
    boolean cut(Node from, Node to) {
        if (from == to || isCut(from, to)) {
            return false;
        }
        cut[from.index()][to.index()] = true;
        cuts++;
        return true;
    }

    void sever(Node from, Node to) {
        if (from != to && !isSevered(from, to)) {
            severed[from.index()][to.index()] = true;
            severedCount++;
        }
    }

    /** True where it carried none until now, and does again. */
    boolean heal(Node from, Node to) {
        if (!isCut(from, to) || isSevered(from, to)) {
            return false;
        }
        cut[from.index()][to.index()] = false;
        cuts--;
        return true;
    }

    void healAll() {
        for (int from = 0; from < cut.length; from++) {
            System.arraycopy(severed[from], 0, cut[from], 0, cut.length);
        }
        cuts = severedCount;
    }
}
