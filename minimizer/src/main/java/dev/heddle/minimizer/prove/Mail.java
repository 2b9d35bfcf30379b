package dev.heddle.minimizer.prove;

import dev.heddle.harness.number.Interner;
import dev.heddle.harness.number.PairMap;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Messages as numbers, and what is under way to a node, its inbox, as a number as well.
 *
 * <p>An inbox is what waits on each connection: in the order of sending where order is kept, else in the order
 * of numbers, as there it makes no difference.
 */
final class Mail {
    /** The inbox that holds nothing, and the parcel too. */
    static final int NOTHING = 0;

    /** A message's place: who sends to whom. */
    record Line(String from, String to, int sender, int receiver, boolean ordered) {}

    private record Letter(int line, String text) {}

    /** Numbers compared by value. */
    private record Numbers(int[] all) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers that && Arrays.equals(all, that.all);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(all);
        }

        @Override
        public String toString() {
            return Arrays.toString(all);
        }
    }

    private final List<String> nodes;
    private final boolean fifo;
    private final Interner<Line> lines = new Interner<>();
    private final Interner<Letter> letters = new Interner<>();
    /** For each line, its number, how many wait on it, and those. */
    private final Interner<Numbers> inboxes = new Interner<>();
    private final Interner<Numbers> parcels = new Interner<>();
    private final PairMap taken = new PairMap();
    private final PairMap added = new PairMap();
    private final PairMap alike = new PairMap();
    private final PairMap within = new PairMap();
    private int[][] heads = new int[64][];
    private final List<Message> samples = new ArrayList<>();

    Mail(List<String> nodes, boolean fifo) {
        this.nodes = nodes;
        this.fifo = fifo;
        inboxes.number(new Numbers(new int[0]));
        parcels.number(new Numbers(new int[0]));
    }

    int line(String from, String to) {
        int sender = nodes.indexOf(Event.nodeOf(from));
        int receiver = nodes.indexOf(Event.nodeOf(to));
        return lines.number(new Line(from, to, sender, receiver, fifo || sender == receiver));
    }

    int letter(String from, String to, String text) {
        return letters.number(new Letter(line(from, to), text));
    }

    /** The number of messages that were met; each is one of the numbers below. */
    int letters() {
        return letters.size();
    }

    /** Keeps a message to hand it over again. */
    void keep(int letter, Message message) {
        while (samples.size() <= letter) {
            samples.add(null);
        }
        if (samples.get(letter) == null) {
            samples.set(letter, message);
        }
    }

    /** A message as it was sent in some execution. */
    Message sample(int letter) {
        return samples.get(letter);
    }

    Line line(int letter) {
        return lines.value(letters.value(letter).line);
    }

    Event.Envelope envelope(int letter) {
        Line line = line(letter);
        return new Event.Envelope(line.from, line.to, letters.value(letter).text, 1);
    }

    /** True for a message from one node to another. */
    boolean crosses(int letter) {
        Line line = line(letter);
        return line.sender >= 0 && line.sender != line.receiver;
    }

    /** True where both ends of a message are nodes, not actors below them. */
    boolean betweenNodes(int letter) {
        Line line = line(letter);
        return nodes.contains(line.from) && nodes.contains(line.to);
    }

    int[] parcelled(int parcel) {
        return parcels.value(parcel).all;
    }

    /** Several messages to one node, in the order of sending. */
    int parcel(int[] all) {
        return parcels.number(new Numbers(all));
    }

    int inbox(int[] all) {
        return added(NOTHING, parcel(all));
    }

    /** The messages that can be handed over next, each once. */
    int[] heads(int inbox) {
        if (inbox >= heads.length) {
            heads = Arrays.copyOf(heads, Math.max(inbox + 1, heads.length * 2));
        }
        if (heads[inbox] == null) {
            heads[inbox] = headsOf(inboxes.value(inbox).all);
        }
        return heads[inbox];
    }

    private int[] headsOf(int[] inbox) {
        int[] found = new int[inbox.length];
        int count = 0;
        for (int i = 0; i < inbox.length; i += 2 + inbox[i + 1]) {
            int choices = lines.value(inbox[i]).ordered ? 1 : inbox[i + 1];
            for (int c = 0; c < choices; c++) {
                int letter = inbox[i + 2 + c];
                if (c == 0 || letter != inbox[i + 1 + c]) {
                    found[count++] = letter;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** How many wait on the line of a message. */
    int waiting(int inbox, int letter) {
        int[] all = inboxes.value(inbox).all;
        int at = place(all, letters.value(letter).line);
        return at < all.length && all[at] == letters.value(letter).line ? all[at + 1] : 0;
    }

    int lineOf(int letter) {
        return letters.value(letter).line;
    }

    /** An inbox without one of its {@link #heads}. */
    int without(int inbox, int letter) {
        int known = taken.get(inbox, letter);
        if (known == PairMap.ABSENT) {
            known = inboxes.number(new Numbers(remove(inboxes.value(inbox).all, letter)));
            taken.put(inbox, letter, known);
        }
        return known;
    }

    /** An inbox with a parcel more. */
    int added(int inbox, int parcel) {
        if (parcel == NOTHING) {
            return inbox;
        }
        int known = added.get(inbox, parcel);
        if (known == PairMap.ABSENT) {
            int[] all = inboxes.value(inbox).all;
            for (int letter : parcels.value(parcel).all) {
                all = add(all, letter);
            }
            known = inboxes.number(new Numbers(all));
            added.put(inbox, parcel, known);
        }
        return known;
    }

    /** An inbox without what is on its way from a node. */
    int withoutAllFrom(int inbox, int sender, int receiver) {
        int[] all = inboxes.value(inbox).all;
        int[] left = new int[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i += 2 + all[i + 1]) {
            int length = 2 + all[i + 1];
            if (lines.value(all[i]).sender != sender || sender == receiver) {
                System.arraycopy(all, i, left, count, length);
                count += length;
            }
        }
        return inboxes.number(new Numbers(Arrays.copyOf(left, count)));
    }

    /** What of an inbox is on its way within the node. */
    int within(int inbox) {
        int known = within.get(inbox, 0);
        if (known == PairMap.ABSENT) {
            known = inboxes.number(new Numbers(own(inboxes.value(inbox).all)));
            within.put(inbox, 0, known);
        }
        return known;
    }

    private int[] own(int[] all) {
        int[] left = new int[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i += 2 + all[i + 1]) {
            Line line = lines.value(all[i]);
            if (line.sender == line.receiver) {
                System.arraycopy(all, i, left, count, 2 + all[i + 1]);
                count += 2 + all[i + 1];
            }
        }
        return Arrays.copyOf(left, count);
    }

    /** All that is on its way to a node, each message as often as it is. */
    int[] letters(int inbox) {
        int[] all = inboxes.value(inbox).all;
        int[] found = new int[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i += 2 + all[i + 1]) {
            System.arraycopy(all, i + 2, found, count, all[i + 1]);
            count += all[i + 1];
        }
        return Arrays.copyOf(found, count);
    }

    /** The place of a line, or where it would be. */
    private static int place(int[] inbox, int line) {
        int i = 0;
        while (i < inbox.length && inbox[i] < line) {
            i += 2 + inbox[i + 1];
        }
        return i;
    }

    private int[] remove(int[] inbox, int letter) {
        int at = place(inbox, letters.value(letter).line);
        int i = at + 2;
        while (inbox[i] != letter) {
            i++;
        }
        boolean last = inbox[at + 1] == 1;
        int[] less = new int[inbox.length - (last ? 3 : 1)];
        if (last) {
            System.arraycopy(inbox, 0, less, 0, at);
            System.arraycopy(inbox, at + 3, less, at, inbox.length - at - 3);
        } else {
            System.arraycopy(inbox, 0, less, 0, i);
            System.arraycopy(inbox, i + 1, less, i, inbox.length - i - 1);
            less[at + 1]--;
        }
        return less;
    }

    private int[] add(int[] inbox, int letter) {
        int line = letters.value(letter).line;
        int at = place(inbox, line);
        boolean first = at == inbox.length || inbox[at] != line;
        int[] more = new int[inbox.length + (first ? 3 : 1)];
        System.arraycopy(inbox, 0, more, 0, at);
        if (first) {
            more[at] = line;
            more[at + 1] = 1;
            more[at + 2] = letter;
            System.arraycopy(inbox, at, more, at + 3, inbox.length - at);
            return more;
        }
        int end = at + 2 + inbox[at + 1];
        int i = end;
        while (!lines.value(line).ordered && i > at + 2 && inbox[i - 1] > letter) {
            i--;
        }
        System.arraycopy(inbox, at, more, at, i - at);
        more[i] = letter;
        System.arraycopy(inbox, i, more, i + 1, inbox.length - i);
        more[at + 1]++;
        return more;
    }

    /** True where exchanging the names of two nodes turns the one's inbox into the other's. */
    boolean alike(int one, int other, String name, String otherName) {
        int known = alike.get(one, other);
        if (known == PairMap.ABSENT) {
            List<String> mine = described(one, name, otherName);
            known = mine != null && mine.equals(described(other, otherName, name)) ? 1 : 0;
            alike.put(one, other, known);
        }
        return known == 1;
    }

    /** What waits, apart from whom it is for; null where it speaks of one of the two. */
    private List<String> described(int inbox, String owner, String other) {
        int[] all = inboxes.value(inbox).all;
        List<String> described = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2 + all[i + 1]) {
            Line line = lines.value(all[i]);
            if (!line.to.equals(owner)) {
                return null;
            }
            StringBuilder text = new StringBuilder(line.from);
            for (int c = 0; c < all[i + 1]; c++) {
                text.append('\n').append(letters.value(all[i + 2 + c]).text);
            }
            if (text.indexOf(owner) >= 0 || text.indexOf(other) >= 0) {
                return null;
            }
            described.add(text.toString());
        }
        described.sort(null);
        return described;
    }
}
