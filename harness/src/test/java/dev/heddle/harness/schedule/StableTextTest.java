package dev.heddle.harness.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StableTextTest {
    @Test
    void identityHashesAndLambdaNumbersGo() {
        assertEquals("got java.lang.Object", StableText.of("got " + new Object()));
        assertEquals("a.B$$Lambda", StableText.of("a.B$$Lambda$14/0x00000008000c4000@7ef20235"));
        assertEquals("[I", StableText.of(new int[0]));
    }

    @Test
    void otherTextStays() {
        assertEquals("term=1 @home 5@ x", StableText.of("term=1 @home 5@ x"));
        assertEquals("null", StableText.of((Object) null));
    }

    @Test
    void aToStringThatThrowsIsSaid() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        };
        assertEquals(
                broken.getClass().getName() + "{toString threw java.lang.IllegalStateException}",
                StableText.of(broken));
    }
}
