package io.github.ghpackages.build;

/** Pieces of poms, of projects with the groupId {@code com.example}. */
final class PomText {

    private PomText() {}

    static String pom() {
        return "<packaging>pom</packaging>";
    }

    static String parent(String artifactId, String version) {
        return "<parent>" + gav(artifactId, version) + "<relativePath/></parent>";
    }

    static String dependencies(String content) {
        return "<dependencies>" + content + "</dependencies>";
    }

    static String managed(String content) {
        return "<dependencyManagement>" + dependencies(content) + "</dependencyManagement>";
    }

    static String dependency(String artifactId, String version) {
        return "<dependency>" + gav(artifactId, version) + "</dependency>";
    }

    static String imported(String artifactId, String version) {
        return "<dependency>" + gav(artifactId, version) + "<type>pom</type><scope>import</scope></dependency>";
    }

    static String plugin(String artifactId, String content) {
        return "<plugin><groupId>com.example</groupId><artifactId>" + artifactId + "</artifactId>" + content
                + "</plugin>";
    }

    static String gav(String artifactId, String version) {
        return "<groupId>com.example</groupId><artifactId>" + artifactId + "</artifactId><version>" + version
                + "</version>";
    }

    static String deployedTo(String element, String id, String url) {
        return "<" + element + "><id>" + id + "</id><url>" + url + "</url></" + element + ">";
    }
}
