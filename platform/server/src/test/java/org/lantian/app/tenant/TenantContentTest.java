package org.lantian.app.tenant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import graphql.ExecutionResult;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.common.Actor;
import org.lantian.common.Applied;
import org.lantian.graphql.GraphqlEngine;
import org.lantian.graphql.GraphqlRequest;
import org.lantian.graphql.RequestScope;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

class TenantContentTest extends DatabaseTest {

    @Inject
    TenantContent content;
    @Inject
    GraphqlEngine graphql;
    @Inject
    Profiles profiles;

    private TenantContent.Outcome first = nothing();

    @BeforeAll
    void applyShapotou() {
        first = apply("shapotou", tenant);
    }

    @Test
    void appliesUnitsAndIndicatorsOfAFolder() {
        assertThat(first.units()).isEqualTo(new Applied(23, 0, 0));
        assertThat(first.indicators()).isEqualTo(new Applied(31, 0, 0));
        assertThat(first.plans()).isEqualTo(new Applied(1, 0, 0));
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(apply("shapotou", tenant))
                .isEqualTo(nothing());
    }

    @Test
    void answersUnitsWithParentsChildrenAndGroups() {
        Map<String, Object> data = query(tenant, """
                { units(first: 1) { totalCount pageInfo { hasNextPage }
                    nodes { code kind regionCode parent { code } children { code kind children { code } } } }
                  unitGroups { code units { code parent { code } } } }
                """);

        assertThat(path(data, "units", "totalCount")).isEqualTo(20);
        assertThat(path(data, "units", "nodes", 0, "kind")).isEqualTo("COUNTY");
        assertThat(path(data, "units", "nodes", 0, "children", 4, "code")).isEqualTo("zhenluo");
        assertThat(path(data, "units", "nodes", 0, "children", 4, "children", 0, "code")).isEqualTo("metallurgy-park");
        assertThat((List<?>) path(data, "unitGroups", 1, "units")).hasSize(9);
        assertThat(path(data, "unitGroups", 1, "units", 0, "parent", "code")).isEqualTo("shapotou");
    }

    @Test
    void answersIndicatorsWithTheLevelOfEachReduction() {
        Map<String, Object> data = query(tenant, """
                { indicators { nodes { code observations { year value }
                    targets { code kind value parent level { base value cut } } } } }
                """);

        assertThat(path(data, "indicators", "nodes", 0, "targets", 0, "parent")).isEqualTo("达到自治区考核目标");
        assertThat(path(data, "indicators", "nodes", 0, "targets", 0, "level")).isNull();
        assertThat(path(data, "indicators", "nodes", 3, "code")).isEqualTo("emission-pm");
        assertThat((List<?>) path(data, "indicators", "nodes", 3, "observations")).hasSize(3);
        assertThat(decimal(path(data, "indicators", "nodes", 3, "targets", 0, "level", "value")))
                .isEqualTo(new BigDecimal("2221.71"));
        assertThat(decimal(path(data, "indicators", "nodes", 3, "targets", 0, "level", "cut")))
                .isEqualTo(new BigDecimal("154.45"));
    }

    @Test
    void leavesTheOtherTenantEmpty() {
        Map<String, Object> data = query(other, "{ units { totalCount } unitGroups { code } indicators { totalCount } }");

        assertThat(path(data, "units", "totalCount")).isEqualTo(0);
        assertThat((List<?>) path(data, "unitGroups")).isEmpty();
        assertThat(path(data, "indicators", "totalCount")).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"xianyang, 66", "guancheng, 33", "liaocheng, 45"})
    void appliesEveryCityWithItsTasks(String city, int units) {
        TenantCode fresh = freshTenant();

        TenantContent.Outcome outcome = apply(city, fresh);
        assertThat(outcome.units()).isEqualTo(new Applied(units, 0, 0));
        assertThat(outcome.plans()).isEqualTo(new Applied(1, 0, 0));
        assertThat(apply(city, fresh)).isEqualTo(nothing());
    }

    private static TenantContent.Outcome nothing() {
        return new TenantContent.Outcome(Applied.NOTHING, Applied.NOTHING, Applied.NOTHING);
    }

    private TenantContent.Outcome apply(String folder, TenantCode code) {
        TenantFolder read = TenantFolder.read(TenantFolderTest.TENANTS.resolve(folder));
        TenantDeclaration declared = read.tenant();
        provisioning.apply(new Provisioning.Declaration(code, declared.name(), declared.regionCode(),
                declared.profile().toString(), profiles.require(declared.profile()).hash()));
        TenantFolder moved = new TenantFolder(new TenantDeclaration(code, declared.name(), declared.regionCode(),
                declared.profile(), declared.timeZone(), declared.baseYear(), declared.bureau()), read.units(),
                read.groups(), read.plan(), read.rows());
        try (var ignored = PropagatedContext.getOrEmpty().plus(Actor.operator()).propagate()) {
            return content.apply(moved);
        }
    }

    private Map<String, Object> query(TenantCode code, String document) {
        ExecutionResult result = graphql.execute(new GraphqlRequest(document, Optional.empty(), Map.of(), Optional.empty()),
                new RequestScope(code, Actor.operator()), Locale.CHINESE);
        assertThat(result.getErrors()).isEmpty();
        return result.getData();
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal(String.valueOf(value));
    }

    private static Object path(Object value, Object... steps) {
        Object at = value;
        for (Object step : steps) {
            at = step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step);
        }
        return at;
    }
}
