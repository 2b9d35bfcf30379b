package dev.heddle.report.page;

import dev.heddle.minimizer.account.FirstDifference;
import dev.heddle.report.SpaceTime;
import dev.heddle.report.export.JsonEvents;
import dev.heddle.report.json.Json;
import java.util.List;
import java.util.Map;

/**
 * One execution as the page shows it.
 *
 * @param name what it is to people, such as {@code minimized}
 * @param difference where it first went another way than without its defect, or null where nothing is known
 * @param account it in words, a line each
 */
public record Film(String name, SpaceTime execution, FirstDifference difference, List<String> account) {
    public Film {
        account = List.copyOf(account);
    }

    Json json() {
        return new Json()
                .put("name", name)
                .put("difference", difference == null ? null : json(difference))
                .put("account", account)
                .put("execution", JsonEvents.object(execution));
    }

    private static Json json(FirstDifference first) {
        return new Json()
                .put("step", first.event())
                .put("defect", first.defect())
                .put("absent", first.absent())
                .put("with", first.with())
                .put("without", first.without())
                .put("right", first.right().entrySet().stream().map(Film::field).toList());
    }

    private static Object field(Map.Entry<String, String> field) {
        return new Json().put("field", field.getKey()).put("value", field.getValue());
    }
}
