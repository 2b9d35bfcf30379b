package dev.heddle.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What stood in any log at any time of one execution: for each index and term the command, and the term of the
 * entry one before, each with the nodes that held it.
 */
final class EverStood {
    private static final int NOBODY = -1;
    private static final int FIRST_CAPACITY = 16;

    /** What a node held, and two of those that did. */
    private static final class Claim {
        final Object value;
        final int first;
        final Claim earlier;
        int second = NOBODY;

        Claim(Object value, int first, Claim earlier) {
            this.value = value;
            this.first = first;
            this.earlier = earlier;
        }

        /** A node other than this one that held it, or {@link #NOBODY}. */
        int heldBesides(int node) {
            return first == node ? second : first;
        }
    }

    /** The entries of one term at one index. */
    private static final class Place {
        final long term;
        final Place other;
        Claim commands;
        Claim termsBefore;

        Place(long term, Place other) {
            this.term = term;
            this.other = other;
        }
    }

    /** Another node and what it held instead. */
    record Other(int node, boolean command, Object value) {}

    /** The places of each index from {@link #base} on. */
    private Place[] places = new Place[FIRST_CAPACITY];

    private long base;

    /**
     * Takes note of an entry in a node's log.
     *
     * @param termBefore the term of the entry one before, or {@link RaftLog#UNKNOWN_TERM} where the log lacks it
     * @return another node that held something else at this index in this term, or null
     */
    Other add(int node, long index, long term, Object command, long termBefore) {
        Place place = place(slot(index), term);
        Claim claim = disputed(place.commands, node, command);
        if (claim != null) {
            return new Other(claim.heldBesides(node), true, claim.value);
        }
        place.commands = claimed(place.commands, node, command);
        if (termBefore == RaftLog.UNKNOWN_TERM) {
            return null;
        }
        claim = disputed(place.termsBefore, node, termBefore);
        if (claim != null) {
            return new Other(claim.heldBesides(node), false, claim.value);
        }
        place.termsBefore = claimed(place.termsBefore, node, termBefore);
        return null;
    }

    /** Where an index is, with room made for it. */
    private int slot(long index) {
        if (base == 0) {
            base = index;
        } else if (index < base) {
            int by = Math.toIntExact(base - index);
            Place[] moved = new Place[Math.addExact(places.length, by)];
            System.arraycopy(places, 0, moved, by, places.length);
            places = moved;
            base = index;
        }
        int slot = Math.toIntExact(index - base);
        if (slot >= places.length) {
            places = Arrays.copyOf(places, Math.multiplyExact(2, slot));
        }
        return slot;
    }

    private Place place(int slot, long term) {
        for (Place place = places[slot]; place != null; place = place.other) {
            if (place.term == term) {
                return place;
            }
        }
        places[slot] = new Place(term, places[slot]);
        return places[slot];
    }

    /** A claim of another node's to something else, or null. */
    private static Claim disputed(Claim latest, int node, Object value) {
        for (Claim claim = latest; claim != null; claim = claim.earlier) {
            if (!Objects.equals(claim.value, value) && claim.heldBesides(node) != NOBODY) {
                return claim;
            }
        }
        return null;
    }

    private static Claim claimed(Claim latest, int node, Object value) {
        for (Claim claim = latest; claim != null; claim = claim.earlier) {
            if (Objects.equals(claim.value, value)) {
                if (claim.first != node && claim.second == NOBODY) {
                    claim.second = node;
                }
                return latest;
            }
        }
        return new Claim(value, node, latest);
    }

    /** All of it but for who held it: a value, equal for equal logs whatever the order in which they stood. */
    Object memory() {
        List<Object> all = new ArrayList<>();
        for (int slot = 0; slot < places.length; slot++) {
            Set<Object> here = new HashSet<>();
            for (Place place = places[slot]; place != null; place = place.other) {
                here.add(List.of(place.term, values(place.commands), values(place.termsBefore)));
            }
            if (!here.isEmpty()) {
                all.add(List.of(base + slot, here));
            }
        }
        return all;
    }

    private static Set<Object> values(Claim latest) {
        Set<Object> values = new HashSet<>();
        for (Claim claim = latest; claim != null; claim = claim.earlier) {
            values.add(claim.value);
        }
        return values;
    }
}
