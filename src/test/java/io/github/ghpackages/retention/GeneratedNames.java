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
        "1.0-rc-SNAPSHOT",
        "3.0.0.1.my-branch",
        "2.1.0-nightly.20240101",
        "32.1-jre",
        "9.4.53.v20231009",
        "1.0-3b4ea12",
        "1.0-fffffff",
        "1.0-5-g0abc123",
        "9bc1234-SNAPSHOT",
        "1.0-0abc123-SNAPSHOT",
        "1.9bc1234"
    };

    private static final String[] QUALIFIERS = {
        "-jre", ".my-branch", "-feature.7", "+build.5", "-rc1-jre", ".Final-redhat-1", "-x-SNAPSHOT", "-my.1-SNAPSHOT"
    };

    /** With a number sign in place of a hash. */
    private static final String[] AROUND_HASH = {
        "#",
        "#-SNAPSHOT",
        "#.dirty",
        "#-rc1",
        "-#",
        ".#",
        "+#",
        "-#-SNAPSHOT",
        "-#-1",
        "-5-g#",
        "-rc1-#",
        "-#-rc1",
        "_#",
        "-#-#"
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

    /** A name with a place in version order and a word or a hash that makes it qualified. */
    static String qualified(Random random) {
        int end = random.nextInt(QUALIFIERS.length + 1);
        return base(random) + (end == QUALIFIERS.length ? "-" + hash(random) : QUALIFIERS[end]);
    }

    static String aroundHash(Random random) {
        String form = AROUND_HASH[random.nextInt(AROUND_HASH.length)];
        return form.startsWith("#") ? form : base(random) + form;
    }

    static String hash(Random random) {
        String hash = "";
        while (hash.chars().noneMatch(Character::isLetter)) {
            StringBuilder digits = new StringBuilder();
            int length = random.nextBoolean() ? 7 : 7 + random.nextInt(34);
            for (int i = 0; i < length; i++) {
                digits.append(Character.forDigit(random.nextInt(16), 16));
            }
            hash = digits.toString();
        }
        return hash;
    }

    private static String base(Random random) {
        return BASES[random.nextInt(BASES.length)];
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
