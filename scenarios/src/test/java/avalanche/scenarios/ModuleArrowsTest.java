package avalanche.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each client of somebody else's system is known to one place only, so that it can be replaced there. */
class ModuleArrowsTest {
    private static final JavaClasses OURS = new ClassFileImporter().withImportOption(
            ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("avalanche");

    @ParameterizedTest
    @CsvSource({
        "io.kubernetes.., avalanche.k8s..",
        "io.gatling.., avalanche.scenarios.traffic..",
        "org.testcontainers.., avalanche.chaos.engine..",
        "com.google.cloud.tools.jib.., avalanche.chaos.image.."})
    void isKnownToOnePlaceOnly(String client, String place) {
        noClasses().that().resideOutsideOfPackage(place).should().dependOnClassesThat().resideInAPackage(client).check(
                OURS);
        assertThat(OURS.stream().filter(ours -> ours.getDirectDependenciesFromSelf().stream().anyMatch(
                dependency -> dependency
                        .getTargetClass().getPackageName().startsWith(client.replace("..", ""))))).as(
                                "classes that know %s", client).isNotEmpty();
    }

    @Test
    void modulesKnowThoseBeforeThemOnly() {
        noClasses().that().resideInAPackage("avalanche.results..").should().dependOnClassesThat().resideInAnyPackage(
                "avalanche.chaos..", "avalanche.k8s..", "avalanche.scenarios..").check(OURS);
        noClasses().that().resideInAPackage("avalanche.chaos..").should().dependOnClassesThat().resideInAnyPackage(
                "avalanche.k8s..", "avalanche.scenarios..").check(OURS);
        noClasses().that().resideInAPackage("avalanche.k8s..").should().dependOnClassesThat().resideInAPackage(
                "avalanche.scenarios..").check(OURS);
        noClasses().should().dependOnClassesThat().resideInAPackage("avalanche.victim..").check(OURS);
    }
}
