package dev.heddle.maven;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object of a JSON text; what is absent is an empty text, object or list.
 *
 * @param fields texts, numbers as text, further objects as maps, and lists
 */
record Json(Map<String, Object> fields) {

    static Json parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return of(value(parser));
        }
    }

    private static Json of(Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, field) -> fields.put(String.valueOf(key), field));
        }
        return new Json(fields);
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return parser.getText();
            }
        }
    }

    String text(String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    double number(String name) {
        return text(name).isEmpty() ? 0 : Double.parseDouble(text(name));
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    Json object(String name) {
        return of(fields.get(name));
    }

    List<Json> objects(String name) {
        return fields.get(name) instanceof List<?> list ? list.stream().map(Json::of).toList() : List.of();
    }

    List<String> texts(String name) {
        return fields.get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
