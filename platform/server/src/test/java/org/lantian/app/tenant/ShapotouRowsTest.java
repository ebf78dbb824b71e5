package org.lantian.app.tenant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.SampleRows.Concentrations;
import org.lantian.app.tenant.SampleRows.EnterpriseRow;
import org.lantian.app.tenant.SampleRows.EquipmentRow;
import org.lantian.app.tenant.SampleRows.MeasureRow;
import org.lantian.app.tenant.SampleRows.OutletRow;
import org.lantian.app.tenant.SampleRows.ProductRow;
import org.lantian.app.tenant.SampleRows.TreatmentRow;
import org.lantian.identity.OrgUnitDeclaration;
import org.lantian.plugin.vocabulary.UpgradeType;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample rows of Shapotou agree with what its plan document states. */
class ShapotouRowsTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final TenantFolder folder = TenantFolder.read(TenantFolderTest.TENANTS.resolve("shapotou"));
    private final PlanDeclaration plan = folder.plan().orElseThrow();
    private final SampleRows rows = folder.rows();

    @Test
    void countsTheEnterprisesOfEachTownAsTheDocumentDoes() {
        Map<String, String> townNames = folder.units().stream()
                .collect(Collectors.toMap(OrgUnitDeclaration::code, OrgUnitDeclaration::name));
        Map<String, Integer> stated = plan.towns().stream().collect(
                Collectors.toMap(town -> townNames.get(town.unitCode()), PlanDeclaration.Town::enterprises));
        Map<String, Integer> counted = rows.enterprises().stream()
                .collect(Collectors.toMap(EnterpriseRow::town, row -> 1, Integer::sum));

        assertThat(counted).isEqualTo(stated);
        assertThat(rows.enterprises()).hasSize(69);
        assertThat(plan.towns().stream().map(PlanDeclaration.Town::outputValue).reduce(BigDecimal::add))
                .contains(new BigDecimal("976477"));
    }

    @Test
    void keepsToTheIndustriesOfEachTown() {
        Map<String, String> townNames = folder.units().stream()
                .collect(Collectors.toMap(OrgUnitDeclaration::code, OrgUnitDeclaration::name));
        Map<String, Set<String>> stated = plan.towns().stream().collect(
                Collectors.toMap(town -> townNames.get(town.unitCode()), ShapotouRowsTest::divisions));
        Map<String, Set<String>> used = rows.enterprises().stream().collect(Collectors.groupingBy(EnterpriseRow::town,
                Collectors.mapping(row -> row.industry().substring(0, 2), Collectors.toSet())));

        assertThat(used).isEqualTo(stated);
    }

    @Test
    void sumsTheFerroalloyIndustryExactly() {
        Set<String> ferroalloy = rows.enterprises().stream().filter(row -> row.industry().equals("3140"))
                .map(EnterpriseRow::name).collect(Collectors.toSet());
        List<EquipmentRow> furnaces = rows.equipment().stream().filter(row -> row.name().endsWith("矿热炉")).toList();
        List<ProductRow> ferrosilicon = rows.products().stream().filter(row -> row.name().contains("硅铁")).toList();

        assertThat(ferroalloy).hasSize(10);
        assertThat(ferroalloy).containsAll(furnaces.stream().map(EquipmentRow::enterprise).toList());
        assertThat(furnaces.stream().mapToInt(EquipmentRow::count).sum()).isEqualTo(40);
        assertThat(furnaces.stream().mapToInt(EquipmentRow::running).sum()).isEqualTo(35);
        assertThat(sum(ferrosilicon.stream().map(ProductRow::capacity))).isEqualByComparingTo("140");
        assertThat(sum(ferrosilicon.stream().map(ProductRow::output))).isEqualByComparingTo("96.7");
    }

    @Test
    void givesEveryEnterpriseTheDocumentNamesItsIndustryAndTown() {
        Map<String, EnterpriseRow> byName = rows.enterprises().stream()
                .collect(Collectors.toMap(EnterpriseRow::name, Function.identity()));
        Map<String, String> townNames = folder.units().stream()
                .collect(Collectors.toMap(OrgUnitDeclaration::code, OrgUnitDeclaration::name));

        assertThat(plan.enterprises()).hasSize(8).allSatisfy(named -> {
            EnterpriseRow row = byName.get(named.name());
            assertThat(row).isNotNull();
            assertThat(row.industry()).isEqualTo(named.industry());
            named.townCode().ifPresent(town -> assertThat(row.town()).isEqualTo(townNames.get(town)));
        });
    }

    @Test
    void namesInventedEnterprisesPlainly() {
        Set<String> named = plan.enterprises().stream().map(PlanDeclaration.NamedEnterprise::name)
                .collect(Collectors.toSet());

        assertThat(rows.enterprises()).filteredOn(row -> !named.contains(row.name())).hasSize(61)
                .allSatisfy(row -> assertThat(row.name()).matches("示例.+\\d\\d厂"));
    }

    @Test
    void usesCreditCodesWithValidCheckDigits() {
        assertThat(rows.enterprises()).allSatisfy(row -> {
            assertThat(row.creditCode()).startsWith("91640502").hasSize(18);
            assertThat(row.creditCode().charAt(17)).isEqualTo(checkDigit(row.creditCode()));
            assertThat(row.permitNumber()).matches(row.creditCode() + "001[A-Z]");
        });
    }

    @Test
    void neverProducesMoreThanTheCapacity() {
        assertThat(rows.products()).allSatisfy(row -> assertThat(row.output()).isLessThanOrEqualTo(row.capacity()));
    }

    @Test
    void emitsLessThanTheDocumentsIndustrialTotals() {
        assertThat(tonnes(Concentrations::pm)).isBetween(new BigDecimal("1000"), stated("emission-pm"));
        assertThat(tonnes(Concentrations::so2)).isBetween(new BigDecimal("2000"), stated("emission-so2"));
        assertThat(tonnes(Concentrations::nox)).isBetween(new BigDecimal("2000"), stated("emission-nox"));
    }

    @Test
    void runsOneSelectiveReductionWithoutReductant() {
        assertThat(rows.treatments()).filteredOn(row -> row.denitration().contains("SCR") && row.reductant().equals("/"))
                .extracting(TreatmentRow::enterprise).containsExactly("示例热力02厂");
    }

    @Test
    void hasOneMeasureForEachEnterpriseWithinTheTerm() {
        assertThat(rows.measures()).extracting(MeasureRow::subject).containsExactlyElementsOf(
                rows.enterprises().stream().map(EnterpriseRow::name).toList());
        assertThat(rows.measures()).extracting(row -> UpgradeType.ofTerm(row.upgradeType()).orElseThrow())
                .contains(UpgradeType.values());
        assertThat(rows.measures()).allSatisfy(row -> {
            assertThat(row.deadline()).matches("\\d{4}年\\d{1,2}月");
            assertThat(Integer.parseInt(row.deadline().substring(0, 4))).isBetween(plan.from(), plan.to());
        });
    }

    @Test
    void asksNoUpgradeOfAnEnterpriseThatCloses() {
        assertThat(rows.measures()).filteredOn(row -> row.upgradeType().equals(UpgradeType.CLOSURE.term()))
                .isNotEmpty().allSatisfy(row -> assertThat(List.of(row.fugitive(), row.organised(), row.mobile(),
                        row.grade(), row.infrastructure())).containsOnly("/"));
    }

    private static Set<String> divisions(PlanDeclaration.Town town) {
        return town.industries().stream().map(PlanDeclaration.Industry::division).collect(Collectors.toSet());
    }

    private BigDecimal stated(String indicator) {
        return plan.indicators().stream().filter(it -> it.code().equals(indicator))
                .flatMap(it -> it.observations().stream()).filter(observed -> observed.year() == 2024).findFirst()
                .orElseThrow().value();
    }

    private BigDecimal tonnes(Function<Concentrations, Optional<BigDecimal>> pollutant) {
        return sum(rows.outlets().stream().flatMap(row -> tonnes(row, pollutant).stream()));
    }

    private static Optional<BigDecimal> tonnes(OutletRow row,
            Function<Concentrations, Optional<BigDecimal>> pollutant) {
        return pollutant.apply(row.concentrations()).map(
                value -> value.multiply(row.dryFlow()).multiply(row.hours()).movePointLeft(9)
                        .setScale(6, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal sum(Stream<BigDecimal> values) {
        return values.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** GB 32100-2015: weights are powers of three modulo 31. */
    private static char checkDigit(String code) {
        int sum = 0;
        int weight = 1;
        for (char character : code.substring(0, 17).toCharArray()) {
            sum += ALPHABET.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
