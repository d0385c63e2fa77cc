package io.github.ghpackages.mojo;

import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.retention.Age;

/** Reads arguments that are ages. */
final class Ages {

    private Ages() {}

    static Age of(Argument argument) {
        try {
            return Age.parse(argument.text());
        } catch (IllegalArgumentException e) {
            throw argument.wrong(
                    argument.text().contains("-") ? "it is negative" : "it is no age",
                    "Write an age such as 30d, 6w, 12h, P30D or P1Y, 0d or more.");
        }
    }
}
