package io.github.ghpackages.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;

/**
 * Properties with which the same poms may be built another day: profiles are switched on and off.
 *
 * @param properties what wins over the properties of today
 * @param where how a person is told
 */
record OtherBuild(Properties properties, String where) {

    /**
     * One build for each profile that sets properties, and one without any.
     *
     * @param poms raw, a project's own first and then its parents
     */
    static List<OtherBuild> of(List<Model> poms) {
        List<OtherBuild> builds = new ArrayList<>();
        Properties withoutProfiles = new Properties();
        for (Model pom : poms) {
            pom.getProperties().forEach(withoutProfiles::putIfAbsent);
            for (Profile profile : pom.getProfiles()) {
                if (!profile.getProperties().isEmpty()) {
                    builds.add(new OtherBuild(profile.getProperties(), " with profile " + profile.getId()));
                }
            }
        }
        if (!builds.isEmpty()) {
            builds.add(new OtherBuild(withoutProfiles, " without profiles"));
        }
        return builds;
    }
}
