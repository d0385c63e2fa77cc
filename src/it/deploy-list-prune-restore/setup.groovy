import io.github.ghpackages.it.ItCase

ItCase.start(basedir, context) {}
