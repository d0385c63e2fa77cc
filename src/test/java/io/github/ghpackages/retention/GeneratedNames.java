package io.github.ghpackages.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names of versions, from the usual to the odd, by seed. */
final class GeneratedNames {

    private static final String[] BASES = {
        "0",
        "0.1",
        "0.1.2",
        "1",
        "1.0",
        "1.0.0",
        "1.0.1",
        "1.1",
        "1.2.3",
        "1.9.8",
        "1.10",
        "1.10.0",
        "2",
        "2.0",
        "2.0.0",
        "2.0.0.1",
        "2.1",
        "10.0",
        "20240101",
        "2024.1.15"
    };

    private static final String[] ENDS = {
        "",
        "-SNAPSHOT",
        "-alpha",
        "-alpha-1",
        "-alpha1",
        "-alpha.1",
        "-alpha10",
        "-beta1",
        "-beta-2",
        "-M1",
        "-milestone-1",
        "-rc1",
        "-RC2",
        "-rc10",
        "-rc.1",
        "-rc-1",
        ".RC1",
        ".CR2",
        "-cr1",
        ".Final",
        ".GA",
        "-final",
        "-ga",
        ".RELEASE",
        "-sp",
        "-SP1",
        ".SP2",
        "-jre",
        "-android",
        "-1",
        "-2",
        "-10",
        ".Alpha1",
        ".Beta2",
        ".M3",
        "-rc1-SNAPSHOT",
        "-alpha-1-SNAPSHOT",
        "-ea",
        "-dev",
        "-preview1",
        ".1-SNAPSHOT",
        "-20240101.120000-1"
    };

    private static final String[] ODD = {
        "",
        " ",
        ".",
        "-",
        "+",
        "v",
        "V1.0",
        "main",
        "feature/x",
        "feature/x-SNAPSHOT",
        "SNAPSHOT",
        "deadbeef",
        "1a2b3c4",
        "1..2",
        "1.-1",
        "1.0+build.5",
        "1.0~rc1",
        "latest",
        "é",
        "1.0-é",
        "版本1.0",
        "1.0-😀",
        "\u0000",
        "1\n2",
        "1.0\u202e",
        "${revision}",
        "[1.0,2.0)",
        "99999999999999999999999999999999",
        "1.99999999999999999999999999999999-rc1",
        "٣.٠",
        "1_0",
        "release-1.0",
        "*",
        "?",
        "null",
        "1.0-" + "x".repeat(300),
        "9".repeat(300),
        "1.".repeat(150),
        "0.0.0.0",
        "v",
        "v1",
        "vv1",
        "1.0-rc-SNAPSHOT"
    };

    private static final String PIECES = "019.-_+vabm rcSNAP";

    private GeneratedNames() {}

    /** All combinations of the usual numbers and the usual ends. */
    static List<String> ordinary() {
        List<String> names = new ArrayList<>();
        for (String base : BASES) {
            for (String end : ENDS) {
                names.add(base + end);
            }
        }
        return names;
    }

    static List<String> odd() {
        return List.of(ODD);
    }

    static String ordinary(Random random) {
        return BASES[random.nextInt(BASES.length)] + ENDS[random.nextInt(ENDS.length)];
    }

    static String any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> garbage(random);
            default -> ordinary(random);
        };
    }

    private static String garbage(Random random) {
        var name = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            name.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return name.toString();
    }
}
