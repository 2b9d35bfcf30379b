package dev.heddle.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void membersStayInTheirOrder() {
        Json json = new Json().put("b", 1).put("a", List.of(true, new Json(), List.of())).put("n", null);
        assertEquals("{\"b\":1,\"a\":[true,{},[]],\"n\":null}", json.toString());
    }

    @Test
    void whatIsNoNumberInJsonIsNull() {
        List<Double> numbers = List.of(2.5, Double.NaN, Double.NEGATIVE_INFINITY, Json.rounded(1 / 3.0));
        assertEquals("{\"n\":[2.5,null,null,0.333333]}", new Json().put("n", numbers).toString());
    }

    @Test
    void noTextCanLeaveItsPlace() {
        Json json = new Json().put("</script>", "<!--\"\\\n\u0000\u2028\ud800é");
        assertEquals("{\"\\u003c/script>\":\"\\u003c!--\\\"\\\\\\n\\u0000\\u2028\\ud800\\u00e9\"}", json.toString());
    }

    @Test
    void whatIsAbsentCanBeLeftOut() {
        assertEquals("{\"a\":0}", new Json().putIfPresent("x", null).putIfPresent("y", List.of())
                .putIfPresent("a", 0).toString());
    }
}
