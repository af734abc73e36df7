package org.hostelchat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.annotation.Testable;

/** The rules of ARCHITECTURE.md: which package may import which, and how long classes may be. */
class ArchitectureTest {

    private static final String ROOT = "org.hostelchat.";

    /** What each package may import of ours, besides itself, {@code refusal}, {@code text} and {@code language}. Only {@code platform} may import all. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("refusal", List.of()),
            Map.entry("text", List.of()),
            Map.entry("language", List.of()),
            Map.entry("storage", List.of()),
            Map.entry("csv", List.of()),
            Map.entry("principal", List.of()),
            Map.entry("time", List.of()),
            Map.entry("meter", List.of()),
            Map.entry("audit", List.of("principal", "storage", "time")),
            Map.entry("changelog", List.of("storage")),
            Map.entry("user", List.of("principal", "audit", "changelog", "storage", "csv")),
            Map.entry("auth", List.of("user", "principal", "audit", "changelog", "storage", "time", "meter")),
            Map.entry("room", List.of("user", "principal", "audit", "changelog", "storage")),
            Map.entry("attachment", List.of("room", "user", "principal", "storage", "meter")),
            Map.entry(
                    "message", List.of("attachment", "room", "auth", "user", "principal", "audit", "storage", "meter")),
            Map.entry("report", List.of("attachment", "room", "principal", "audit", "storage")),
            Map.entry("search", List.of("attachment", "room", "user", "principal", "storage")),
            Map.entry("presence", List.of("principal")),
            Map.entry("cluster", List.of()),
            Map.entry("notice", List.of("room", "user", "principal", "audit", "changelog", "storage")),
            Map.entry("backup", List.of("attachment", "principal", "audit", "storage")),
            Map.entry("transfer", List.of("attachment", "changelog", "audit", "principal", "storage")),
            Map.entry("legacy", List.of("message", "room", "user", "principal", "audit", "storage")),
            Map.entry("owndata", List.of("attachment", "principal", "audit", "storage", "time")),
            Map.entry("cli", List.of("backup.archive", "transfer.archive", "csv", "wire.json")),
            Map.entry(
                    "wire",
                    List.of(
                            "audit",
                            "auth",
                            "changelog",
                            "user",
                            "principal",
                            "room",
                            "attachment",
                            "message",
                            "report",
                            "search",
                            "presence",
                            "owndata",
                            "notice",
                            "legacy",
                            "transfer")),
            Map.entry("listener", List.of()),
            Map.entry("launch", List.of()),
            Map.entry("platform.settings", List.of("launch", "security", "live.transport")),
            Map.entry(
                    "platform.db",
                    List.of(
                            "platform.settings",
                            "launch",
                            "storage",
                            "user",
                            "search",
                            "backup",
                            "legacy",
                            "transfer")),
            Map.entry("platform.files", List.of("attachment", "platform.settings")),
            Map.entry("platform.web", List.of("form")),
            Map.entry(
                    "platform.cluster",
                    List.of("cluster", "changelog", "presence", "principal", "storage", "platform.settings")),
            Map.entry("form", List.of("auth", "principal", "time")),
            Map.entry("security", List.of("auth", "user", "principal", "audit", "form", "wire")),
            Map.entry(
                    "live",
                    List.of(
                            "auth",
                            "user",
                            "principal",
                            "audit",
                            "changelog",
                            "room",
                            "attachment",
                            "message",
                            "presence",
                            "cluster",
                            "notice",
                            "meter",
                            "wire")),
            Map.entry(
                    "page",
                    List.of(
                            "auth",
                            "user",
                            "principal",
                            "audit",
                            "changelog",
                            "room",
                            "attachment",
                            "message",
                            "report",
                            "presence",
                            "owndata",
                            "notice",
                            "storage",
                            "form",
                            "wire",
                            "csv")),
            Map.entry(
                    "api",
                    List.of(
                            "auth",
                            "user",
                            "principal",
                            "audit",
                            "room",
                            "attachment",
                            "message",
                            "report",
                            "search",
                            "presence",
                            "owndata",
                            "notice",
                            "backup",
                            "legacy",
                            "transfer",
                            "wire",
                            "csv")));

    private static final String[] CORE = {
        ROOT + "storage..",
        ROOT + "principal..",
        ROOT + "audit..",
        ROOT + "changelog..",
        ROOT + "user..",
        ROOT + "auth..",
        ROOT + "room..",
        ROOT + "attachment..",
        ROOT + "message..",
        ROOT + "report..",
        ROOT + "search..",
        ROOT + "presence..",
        ROOT + "cluster..",
        ROOT + "notice..",
        ROOT + "backup..",
        ROOT + "legacy..",
        ROOT + "owndata.."
    };

    private static final int LONGEST = 250;

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.hostelchat");

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhatTheyMay() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> classes()
                        .that(resideInAPackage(ROOT + entry.getKey() + ".."))
                        .should()
                        .onlyDependOnClassesThat(foreignOr(entry))
                        .allowEmptyShould(true)
                        .check(OURS)));
    }

    private static DescribedPredicate<JavaClass> foreignOr(Map.Entry<String, List<String>> entry) {
        String[] allowed = Stream.concat(
                        Stream.of(entry.getKey(), "refusal", "text", "language"), entry.getValue().stream())
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        return not(resideInAPackage("org.hostelchat..")).or(resideInAnyPackage(allowed));
    }

    /** The build runs tests by the names of their classes, and says nothing of those that it passes over. */
    @Test
    void everyTestHasANameByWhichItIsRun() {
        var tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.hostelchat");
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .beDeclaredInClassesThat(topLevel(nameMatching(".*(Test|IT|Fuzz)")))
                .check(tests);
    }

    private static DescribedPredicate<JavaClass> topLevel(DescribedPredicate<? super JavaClass> name) {
        return DescribedPredicate.describe("are within " + name.getDescription(), of -> {
            var outermost = of;
            while (outermost.getEnclosingClass().isPresent())
                outermost = outermost.getEnclosingClass().get();
            return name.test(outermost);
        });
    }

    @Test
    void everyClassIsInAListedPackage() {
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("org.hostelchat", ROOT + "platform.."),
                                MAY_IMPORT.keySet().stream().map(name -> ROOT + name + ".."))
                        .toArray(String[]::new))
                .check(OURS);
    }

    /** The core asks the {@link Clock} that it was given for the date, so that tests can set it; durations are measured by {@code System.nanoTime()}. */
    @Test
    void theCoreReadsTheTimeOfDayOnlyFromTheInjectedClock() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "the system's time of day is read", call -> readsSystemTime(call.getTarget())))
                .orShould()
                .callConstructor(Date.class)
                .check(OURS);
    }

    private static boolean readsSystemTime(MethodCallTarget method) {
        return switch (method.getName()) {
            case "now" ->
                method.getOwner().getPackageName().startsWith("java.time")
                        && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> method.getOwner().isEquivalentTo(System.class);
            default -> false;
        };
    }

    @Test
    void theCoreDependsOnNoWebApi() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta..")
                        .and(not(resideInAnyPackage(
                                "jakarta.persistence..",
                                "jakarta.validation..",
                                "jakarta.inject..",
                                "jakarta.enterprise..",
                                // The lifecycle of a bean: @PostConstruct, @PreDestroy.
                                "jakarta.annotation.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.glassfish..",
                        "com.sun..",
                        "fish.payara..",
                        "com.hazelcast..",
                        "org.eclipse.microprofile..")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void theCommandLineNeedsOnlyAJdkAndWhatIsInItsJar() {
        classes()
                .that()
                .resideInAPackage(ROOT + "cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "picocli..",
                        "jakarta.json..",
                        "de.siegmar.fastcsv..",
                        ROOT + "transfer.archive..",
                        ROOT + "backup.archive..",
                        ROOT + "csv..",
                        ROOT + "language..",
                        ROOT + "text..",
                        ROOT + "wire.json..",
                        ROOT + "cli..")
                .check(OURS);
    }

    /** What is written by reflection, or in a second place, changes by accident. */
    @Test
    void onlyWireWritesJson() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "api", ROOT + "live..", ROOT + "security", ROOT + "page.admin")
                .should()
                .dependOnClassesThat(nameMatching("jakarta\\.json\\.(Json|.*Builder|.*Factory)"))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(OURS);
        classes()
                .that()
                .resideInAPackage(ROOT + "wire.json..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jakarta.json..", ROOT + "wire.json..")
                .check(OURS);
    }

    @Test
    void theTransportImportsNothingOfOurs() {
        classes()
                .that()
                .resideInAPackage(ROOT + "live.transport..")
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("org.hostelchat..")).or(resideInAPackage(ROOT + "live.transport..")))
                .check(OURS);
    }

    /** A change of the container then concerns that package only. */
    @Test
    void onlyTheTransportUsesTheContainersApi() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "live")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.glassfish..")
                .check(OURS);
    }

    @Test
    void theLauncherNeedsOnlyAJdk() {
        classes()
                .that()
                .resideInAPackage(ROOT + "launch..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", ROOT + "launch..")
                .check(OURS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertEquals(
                List.of(),
                sources().stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .toList());
    }

    @Test
    void noClassIsLongerThanTheLimit() throws IOException {
        assertEquals(
                List.of(),
                sources().stream().filter(file -> lines(file) > LONGEST).toList(),
                "longer than " + LONGEST + " lines");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
