package io.beep.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the rules look at. */
public final class Codebase {

  /** The package that holds all of ours. */
  public static final String ROOT = "io.beep";

  private static final String FIXTURES = "io.beep.architecture.fixture.";

  /** Every class that the standalone product is made of. */
  public static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private Codebase() {}

  /** The package of a rule's fixture. */
  public static String fixturePackage(String name) {
    return FIXTURES + name;
  }

  public static JavaClasses fixture(String name) {
    return new ClassFileImporter().importPackages(fixturePackage(name));
  }

  /** The directory that holds this project. */
  public static Path directory() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("core-api/pom.xml"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new IllegalStateException("not run within the project");
      }
    }
    return directory;
  }
}
