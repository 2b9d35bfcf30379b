package dev.heddle.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/ARCHITECTURE.md names only types and folders that exist. */
class ArchitectureDocumentTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z][A-Za-z0-9]*");
    private static final Pattern FOLDER = Pattern.compile("[a-z][A-Za-z0-9/_-]*/");
    private static final int FEWEST_NAMES = 20;

    @Test
    void everyTypeAndFolderItNamesExists() {
        Set<String> types = House.sources().stream()
                .map(f -> f.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
                .collect(Collectors.toSet());
        List<String> gone = new ArrayList<>();
        int checked = 0;
        for (String name : names()) {
            boolean folder = FOLDER.matcher(name).matches();
            if (folder || TYPE.matcher(name).matches()) {
                checked++;
                if (folder ? !Files.isDirectory(House.root().resolve(name)) : !types.contains(name)) {
                    gone.add(name);
                }
            }
        }
        assertEquals(List.of(), gone, "docs/ARCHITECTURE.md names what is gone");
        assertTrue(checked >= FEWEST_NAMES, "only " + checked + " names were found to check");
    }

    private static List<String> names() {
        Path document = House.root().resolve("docs/ARCHITECTURE.md");
        List<String> names = new ArrayList<>();
        String prose = String.join("\n", House.lines(document)).replaceAll("(?s)```.*?```", "");
        Matcher matcher = CODE.matcher(prose);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
