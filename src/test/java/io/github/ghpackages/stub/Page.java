package io.github.ghpackages.stub;

import java.util.ArrayList;
import java.util.List;

/** One page of a listing, and the links to the others. */
record Page(int number, int size) {

    static Page of(StubRequest request) {
        int size = positive(request, "per_page", 30);
        return new Page(positive(request, "page", 1), Math.min(size, 100));
    }

    private static int positive(StubRequest request, String name, int otherwise) {
        try {
            int value = Integer.parseInt(request.parameter(name).orElse(""));
            return value > 0 ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    boolean reachesBeyond(int rows) {
        return (long) number * size > rows;
    }

    <T> List<T> of(List<T> rows) {
        long from = Math.min((long) (number - 1) * size, rows.size());
        return rows.subList((int) from, (int) Math.min(from + size, rows.size()));
    }

    String links(int rows, StubRequest request, Target target, String apiUrl, Behaviour.Links style) {
        String path = request.path();
        String tail = path.substring(path.indexOf("/packages"));
        String base = style == Behaviour.Links.BY_ID ? apiUrl + target.baseById() + tail : World.origin(apiUrl) + path;
        return links(rows, request, base, style);
    }

    String links(int rows, StubRequest request, String base, Behaviour.Links style) {
        int last = Math.max(1, (rows + size - 1) / size);
        List<String> links = new ArrayList<>();
        if (number > 1) {
            links.add(link(base, request, number - 1, "prev"));
        }
        if (number < last) {
            links.add(link(base, request, number + 1, "next"));
        }
        if (number < last && style != Behaviour.Links.NO_LAST) {
            links.add(link(base, request, last, "last"));
        }
        if (number > 1) {
            links.add(link(base, request, 1, "first"));
        }
        return String.join(", ", links);
    }

    private static String link(String base, StubRequest request, int page, String relation) {
        StringBuilder query = new StringBuilder();
        for (String pair : request.query().split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith("page=")) {
                query.append(pair).append('&');
            }
        }
        return "<" + base + "?" + query + "page=" + page + ">; rel=\"" + relation + "\"";
    }
}
