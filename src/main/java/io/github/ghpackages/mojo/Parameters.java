package io.github.ghpackages.mojo;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a goal as text, by name: every field of a Mojo that holds text or a list of texts. */
final class Parameters {

    private Parameters() {}

    /** Those that have a value. */
    static Map<String, String> of(AbstractReactorMojo mojo) {
        Map<String, String> values = new TreeMap<>();
        for (Class<?> type = mojo.getClass();
                type != AbstractReactorMojo.class.getSuperclass();
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean isText = field.getType() == String.class || field.getType() == List.class;
                if (isText && !Modifier.isStatic(field.getModifiers())) {
                    Object value = valueOf(field, mojo);
                    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                        values.put(field.getName(), text(value));
                    }
                }
            }
        }
        return values;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : value.toString();
    }

    private static Object valueOf(Field field, AbstractReactorMojo mojo) {
        try {
            field.setAccessible(true);
            return field.get(mojo);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
