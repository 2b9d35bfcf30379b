package dev.heddle.minimizer.prove;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {
    private final Mail mail = new Mail(List.of("n1", "n2", "n3", "n4"), true);

    private int inbox(int... letters) {
        return mail.inbox(letters);
    }

    private boolean alike(int one, int other) {
        return mail.alike(one, other, "n1", "n2");
    }

    @Test
    void nodesAreAlikeToWhichTheSameIsUnderWay() {
        assertTrue(alike(Mail.NOTHING, Mail.NOTHING));
        assertTrue(alike(inbox(mail.letter("n3", "n1", "a"), mail.letter("n4", "n1", "b")),
                inbox(mail.letter("n4", "n2", "b"), mail.letter("n3", "n2", "a"))));
    }

    @Test
    void nodesAreNotAlikeToWhichAnythingElseIsUnderWay() {
        int one = inbox(mail.letter("n3", "n1", "a"), mail.letter("n3", "n1", "b"));
        assertFalse(alike(one, Mail.NOTHING), "nothing");
        assertFalse(alike(one, inbox(mail.letter("n3", "n2", "a"))), "less");
        assertFalse(alike(one, inbox(mail.letter("n3", "n2", "a"), mail.letter("n3", "n2", "c"))), "other words");
        assertFalse(alike(one, inbox(mail.letter("n3", "n2", "b"), mail.letter("n3", "n2", "a"))), "another order");
        assertFalse(alike(one, inbox(mail.letter("n4", "n2", "a"), mail.letter("n4", "n2", "b"))), "from another");
    }

    @Test
    void nodesAreNotAlikeWhereWhatIsUnderWaySpeaksOfThem() {
        for (String name : List.of("n1", "n2")) {
            assertFalse(alike(inbox(mail.letter("n3", "n1", "ask " + name)),
                    inbox(mail.letter("n3", "n2", "ask " + name))), name);
        }
        assertFalse(alike(inbox(mail.letter("n2", "n1", "a")), inbox(mail.letter("n1", "n2", "a"))), "from each other");
    }

    @Test
    void orderCountsOnConnectionsOnly() {
        int ab = inbox(mail.letter("n2", "n1", "a"), mail.letter("n2", "n1", "b"));
        assertNotEquals(ab, inbox(mail.letter("n2", "n1", "b"), mail.letter("n2", "n1", "a")));
        Mail packets = new Mail(List.of("n1", "n2"), false);
        int a = packets.letter("n2", "n1", "a");
        int b = packets.letter("n2", "n1", "b");
        assertEquals(packets.inbox(new int[] {a, b}), packets.inbox(new int[] {b, a}));
    }

    @Test
    void whatIsOnItsWayWithinANodeIsAPartOfItsInbox() {
        int within = mail.letter("n1/child", "n1", "a");
        int across = mail.letter("n2", "n1", "b");
        assertEquals(inbox(within), mail.within(inbox(across, within)));
        assertEquals(Mail.NOTHING, mail.within(inbox(across)));
        assertTrue(mail.crosses(across) && !mail.crosses(within));
        assertArrayEquals(new int[] {within, across, across},
                java.util.Arrays.stream(mail.letters(inbox(across, within, across))).sorted().toArray());
    }
}
