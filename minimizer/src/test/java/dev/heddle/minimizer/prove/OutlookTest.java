package dev.heddle.minimizer.prove;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final int FAR = Distances.UNREACHED;

    @Test
    void twoAreNearWhereEachWayOfSharingLeavesEnoughForBoth() {
        assertTrue(Outlook.within(new int[] {2, 1, 4}, new int[] {2, 3, 0}, 2));
        assertFalse(Outlook.within(new int[] {2, 2, 4}, new int[] {2, 3, 0}, 2));
    }

    @Test
    void whatIsReachedInSomeWaysOfSharingOnlyIsFar() {
        int[] near = {1, 1, 1};
        int[] halfFar = {FAR, 1, FAR};
        assertFalse(Outlook.within(near, halfFar, 9), "the partner");
        assertFalse(Outlook.within(halfFar, near, 9), "the first");
        assertFalse(Outlook.within(halfFar, null, 9), "alone");
        assertTrue(Outlook.within(near, null, 9));
    }
}
