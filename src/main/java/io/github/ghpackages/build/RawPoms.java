package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ghpackages.PackagesException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The poms of projects as they are written, without what is inherited, each read once more from the file that Maven read first. */
final class RawPoms {

    /** The newer model's word for a module, which the older model does not have. */
    private static final Pattern SUBPROJECT = Pattern.compile("(</?)subproject(?=s?[\\s/>])");

    private final IdentityHashMap<MavenProject, List<Model>> models = new IdentityHashMap<>();

    /**
     * All that is known of a pom: first the file, then what Maven has at present, which an extension may have filled from elsewhere.
     *
     * @throws PackagesException when the file can't be read and another plugin has replaced what Maven read from it
     */
    List<Model> of(MavenProject project) {
        return models.computeIfAbsent(project, RawPoms::models);
    }

    private static List<Model> models(MavenProject project) {
        List<Model> models = new ArrayList<>();
        FirstPom.file(project).flatMap(file -> read(file, project)).ifPresent(models::add);
        Optional.ofNullable(project.getOriginalModel()).ifPresent(models::add);
        return models;
    }

    private static Optional<Model> read(Path file, MavenProject project) {
        try {
            // Whatever the encoding, these letters are ASCII, and all else stays as it is.
            String text = SUBPROJECT.matcher(Files.readString(file, ISO_8859_1)).replaceAll("$1module");
            InputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
            return Optional.of(new MavenXpp3Reader().read(in, false));
        } catch (IOException | XmlPullParserException e) {
            // An extension may read poms of another kind, such as YAML, which the original model is the only sight of.
            FirstPom.requireNotReplaced(file, project, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
