package dev.heddle.report.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One page of a browser: what a person can do to it, and what can be seen of it. */
final class Page {
    private static final Map<String, Integer> KEY_CODES = Map.of("ArrowDown", 40, "ArrowUp", 38, "Home", 36, "End", 35,
            "Tab", 9, "n", 78, "p", 80, "w", 87, "v", 86);

    /** Least contrast of text that everybody can read (WCAG 2.1, level AA). */
    private static final double READABLE = 4.5;

    private final Chromium browser;
    private final String session;

    Page(Chromium browser, String session, int width, int height) {
        this.browser = browser;
        this.session = session;
        call("Page.enable", "{}");
        call("Runtime.enable", "{}");
        call("Log.enable", "{}");
        call("Network.enable", "{}");
        size(width, height);
    }

    private Json call(String method, String parameters) {
        return browser.call(session, method, parameters);
    }

    void size(int width, int height) {
        call("Emulation.setDeviceMetricsOverride", "{\"width\":" + width + ",\"height\":" + height
                + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    /** What the system prefers: {@code light} or {@code dark}. */
    void prefer(String scheme) {
        call("Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]}");
    }

    /** Opens a file and waits until it is shown. */
    Page open(Path file) {
        return go(file.toUri().toString());
    }

    /** Opens a file, with a query so that it is not the page that is shown already, at a step. */
    Page openAt(Path file, int step) {
        return go(file.toUri() + "?again#" + step);
    }

    private Page go(String address) {
        call("Page.navigate", "{\"url\":\"" + address + "\"}");
        evaluate("new Promise(shown => { const look = () => document.readyState === 'complete'"
                + " && location.protocol === 'file:' ? requestAnimationFrame(() => requestAnimationFrame(shown))"
                + " : setTimeout(look, 5); look(); })");
        return this;
    }

    /** The value of an expression of the page's language; of a promise, what it comes to. */
    Json evaluate(String expression) {
        String quoted = new dev.heddle.report.json.Json().put("expression", expression).put("awaitPromise", true)
                .put("returnByValue", true).toString();
        Json answer;
        try {
            answer = call("Runtime.evaluate", quoted);
        } catch (IllegalStateException navigated) {
            // The page went away under the question; it is asked once more of the new one.
            answer = call("Runtime.evaluate", quoted);
        }
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails").value());
        }
        Json result = answer.get("result");
        return result.has("value") ? result.get("value") : new Json(null);
    }

    String text(String selector) {
        return evaluate("document.querySelector('" + selector + "').textContent").text();
    }

    /** The texts of all that a selector finds. */
    List<String> texts(String selector) {
        List<String> texts = new ArrayList<>();
        for (Object text : (List<?>) evaluate(
                "[...document.querySelectorAll('" + selector + "')].map(e => e.textContent)").value()) {
            texts.add((String) text);
        }
        return texts;
    }

    int count(String selector) {
        return (int) evaluate("document.querySelectorAll('" + selector + "').length").number();
    }

    /** The numbers of the rows in sight that a selector fits. */
    List<Integer> rows(String selector) {
        List<Integer> numbers = new ArrayList<>();
        for (Object number : (List<?>) evaluate(
                "[...document.querySelectorAll('" + selector + "')].map(row => Number(row.dataset.step))").value()) {
            numbers.add(((Double) number).intValue());
        }
        return numbers;
    }

    void press(String key) {
        String code = "\"key\":\"" + key + "\",\"windowsVirtualKeyCode\":" + KEY_CODES.get(key)
                + (key.length() == 1 ? ",\"text\":\"" + key + "\"" : "");
        call("Input.dispatchKeyEvent", "{\"type\":\"keyDown\"," + code + "}");
        call("Input.dispatchKeyEvent", "{\"type\":\"keyUp\"," + code + "}");
        settle();
    }

    void click(double x, double y) {
        move(x, y);
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call("Input.dispatchMouseEvent", "{\"type\":\"" + type + "\",\"x\":" + x + ",\"y\":" + y
                    + ",\"button\":\"left\",\"clickCount\":1}");
        }
        settle();
    }

    /** Clicks into the middle of what a selector finds first. */
    void click(String selector) {
        double[] at = middle(selector);
        click(at[0], at[1]);
    }

    void move(double x, double y) {
        call("Input.dispatchMouseEvent", "{\"type\":\"mouseMoved\",\"x\":" + x + ",\"y\":" + y + "}");
        settle();
    }

    double[] middle(String selector) {
        List<?> at = (List<?>) evaluate("(() => { const e = document.querySelector('" + selector + "');"
                + " e.scrollIntoView({block: 'nearest'}); const r = e.getBoundingClientRect();"
                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()").value();
        return new double[] {(Double) at.get(0), (Double) at.get(1)};
    }

    private void settle() {
        evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    void screenshot(Path file) throws IOException {
        String data = call("Page.captureScreenshot", "{\"format\":\"png\"}").get("data").text();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    /** How much wider than the window it is. */
    double overflow() {
        return evaluate("document.documentElement.scrollWidth - innerWidth").number();
    }

    /** What is cut off at its right, where one cannot scroll to it either: its class, its text and by how much. */
    List<?> cutOff() {
        return (List<?>) evaluate("""
                [...document.body.querySelectorAll('*')].filter(e => !e.closest('.unseen, svg'))
                  .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
                  .filter(e => e.scrollWidth > e.clientWidth + 1)
                  .map(e => e.className + ' ' + e.textContent.slice(0, 40) + ' ' + (e.scrollWidth - e.clientWidth))""")
                .value();
    }

    /** The texts that have too little contrast to what is behind them. */
    List<?> unreadable() {
        return (List<?>) evaluate("""
                (() => {
                  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                  const rgb = color => {
                    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
                    return [...canvas.getImageData(0, 0, 1, 1).data];
                  };
                  const light = color => color.slice(0, 3).map(c => c / 255)
                    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                  const behind = element => {
                    for (let e = element; e; e = e.parentElement) {
                      const color = rgb(getComputedStyle(e).backgroundColor);
                      if (color[3] > 200) { return color; }
                    }
                    return rgb('white');
                  };
                  const poor = [];
                  const texts = 'p, span, li, h1, h2, h3, h4, dt, dd, td, th, button, code, pre, label, summary';
                  for (const e of document.querySelectorAll(texts)) {
                    if (e.textContent.trim() === '' || e.closest('[hidden]') || e.closest('.node.out')) { continue; }
                    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
                    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                    const words = e.className + ' ' + e.textContent.slice(0, 30);
                    if (contrast < %s) { poor.push(words + ' ' + contrast.toFixed(2)); }
                  }
                  return poor;
                })()""".formatted(READABLE)).value();
    }

    /** Its size in bytes when it is printed. */
    int printed() {
        return Base64.getDecoder().decode(call("Page.printToPDF", "{}").get("data").text()).length;
    }

    /** What went wrong in it: errors, uncaught exceptions, what the policy refused. */
    List<String> complaints() {
        return browser.events(session).stream()
                .filter(e -> List.of("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled",
                        "Page.javascriptDialogOpening").contains(e.get("method").text()))
                .map(e -> String.valueOf(e.get("params").value()))
                .toList();
    }

    /** The addresses that it asked for. */
    List<String> requests() {
        return browser.events(session).stream()
                .filter(e -> e.get("method").text().equals("Network.requestWillBeSent"))
                .map(e -> e.get("params").get("request").get("url").text())
                .toList();
    }
}
