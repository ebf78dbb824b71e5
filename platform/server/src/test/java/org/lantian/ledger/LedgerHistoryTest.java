package org.lantian.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerChange.Origin;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class LedgerHistoryTest extends ApiTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);
    private static final String ROW = Workbooks.enterprise("甲集群", "甲公司");

    @Inject
    LedgerImports imports;
    @Inject
    LedgerHistory history;
    @Inject
    EnterpriseSearch search;
    @Inject
    JdbcOperations jdbc;

    @Test
    void aFirstImportSaysWhereEveryValueCameFrom() {
        TenantCode code = freshTenant();
        Report report = importNow(code, table1(ROW));

        assertThat(history(code, Optional.empty())).allSatisfy(change -> {
            assertThat(change.origin()).isEqualTo(Origin.IMPORT);
            assertThat(change.originId()).isEqualTo(report.importId());
            assertThat(change.actor()).isEqualTo("operator");
            assertThat(change.change().before()).isEmpty();
        }).extracting(LedgerChange::change).contains(
                new FieldChange("enterprise.town", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("柔远镇")),
                new FieldChange("product.output", Optional.of(2024), Optional.of("硅铁"), Optional.empty(),
                        Optional.of("40.5")));
        assertThat(asOperator(other, () -> history.ofOrigin(Origin.IMPORT, report.importId().orElseThrow(), 0, 10)))
                .isEmpty();
    }

    @Test
    void aChangedFigureIsOneEntryWithBothValuesAndARepeatedImportNone() {
        TenantCode code = freshTenant();
        importNow(code, table1(ROW));
        Report second = importNow(code, table1(ROW.replace("|40.5|", "|41|").replace("|柔远镇|", "|镇罗镇|")));
        Report third = importNow(code, table1(ROW.replace("|40.5|", "|41|").replace("|柔远镇|", "|镇罗镇|")));

        assertThat(history(code, Optional.of("product.output"))).extracting(LedgerChange::originId,
                change -> change.change().before(), change -> change.change().after())
                .containsExactly(tuple(second.importId(), Optional.of("40.5"), Optional.of("41")),
                        tuple(firstImport(code), Optional.empty(), Optional.of("40.5")));
        assertThat(asOperator(code, () -> history.countOfOrigin(Origin.IMPORT, second.importId().orElseThrow())))
                .isEqualTo(2);
        assertThat(asOperator(code, () -> history.countOfOrigin(Origin.IMPORT, third.importId().orElseThrow()))).isZero();
    }

    @Test
    void entriesOfAGroupAreFollowedByNameAndARenamedOneByItsPlace() {
        TenantCode code = freshTenant();
        importNow(code, table1(ROW.replace("硅铁|50|40.5|万吨", "硅铁⏎硅锰⏎微硅粉|50⏎20⏎3|40⏎10⏎2|万吨⏎万吨⏎万吨")));
        importNow(code, table1(ROW.replace("硅铁|50|40.5|万吨", "硅锰⏎硅铁⏎硅粉|20⏎50⏎3|11⏎40⏎2|万吨⏎万吨⏎万吨")));

        assertThat(history(code, Optional.empty()).stream().limit(2).map(LedgerChange::change)).containsExactly(
                new FieldChange("product.output", Optional.of(2024), Optional.of("硅锰"), Optional.of("10"),
                        Optional.of("11")),
                new FieldChange("product.name", Optional.of(2024), Optional.of("硅粉"), Optional.of("微硅粉"),
                        Optional.of("硅粉")));
    }

    @Test
    void anotherYearIsNoChangeOfTheYearBefore() {
        TenantCode code = freshTenant();
        importNow(code, table1(ROW));
        importNow(code, Workbooks.empty().table1(ROW.replace("|40.5|", "|44|"))
                .change("表1", line -> line.replace("2024年", "2025年")).bytes());

        assertThat(history(code, Optional.of("product.output"))).extracting(change -> change.change().year(),
                change -> change.change().before(), change -> change.change().after())
                .containsExactly(tuple(Optional.of(2025), Optional.empty(), Optional.of("44")),
                        tuple(Optional.of(2024), Optional.empty(), Optional.of("40.5")));
    }

    @Test
    void aWorkbookWithErrorsLeavesNoHistory() {
        TenantCode code = freshTenant();
        importNow(code, table1(ROW.replace("|40.5|", "|很多|")));

        assertThat(asOperator(code, () -> count("ledger_change"))).isZero();
    }

    @Test
    void historyCannotBeRewritten() {
        TenantCode code = freshTenant();
        importNow(code, table1(ROW));

        assertThatThrownBy(() -> asOperator(code, () -> jdbc.prepareStatement("UPDATE ledger_change SET actor = 'x'",
                java.sql.PreparedStatement::executeUpdate))).hasStackTraceContaining("permission denied");
    }

    @Test
    void theApiPagesTheHistoryOfAFieldAndShowsItsImport() {
        TenantCode code = freshTenant();
        importNow(code, table1(ROW));
        importNow(code, table1(ROW.replace("|40.5|", "|41|").replace("|市级|", "|省级|")));
        ApiClient reader = client(code, "reader", Role.VIEWER);
        String id = GlobalId.of("Enterprise", enterprise(code));

        JsonNode page = reader.execute("""
                query ($id: ID!) { enterprise(id: $id) { history(field: "基准年产量", first: 1) { totalCount
                  pageInfo { hasNextPage } nodes { field term year row before after origin actor enterprise { name }
                    ledgerImport { id state changes { totalCount } } } }
                  cluster { history { nodes { term before after ledgerImport { state } enterprise { name } } } } } }""",
                Map.of("id", id)).at("/data/enterprise");

        assertThat(page.at("/history/totalCount").asInt()).isEqualTo(2);
        assertThat(page.at("/history/pageInfo/hasNextPage").asBoolean()).isTrue();
        JsonNode newest = page.at("/history/nodes/0");
        assertThat(newest.at("/field").asText()).isEqualTo("product.output");
        assertThat(newest.at("/before").asText() + newest.at("/after").asText()).isEqualTo("40.541");
        assertThat(newest.at("/row").asText()).isEqualTo("硅铁");
        assertThat(newest.at("/enterprise/name").asText()).isEqualTo("甲公司");
        assertThat(newest.at("/ledgerImport/state").asText()).isEqualTo("COMMITTED");
        assertThat(newest.at("/ledgerImport/changes/totalCount").asInt()).isEqualTo(1);
        JsonNode approval = page.at("/cluster/history/nodes/0");
        assertThat(approval.at("/before").asText() + "→" + approval.at("/after").asText()).isEqualTo("市级→省级");
        assertThat(approval.at("/enterprise").isNull()).isTrue();
        assertThat(client(other, "reader", Role.VIEWER).execute(
                "query ($id: ID!) { enterprise(id: $id) { history { totalCount } } }", Map.of("id", id))
                .at("/data/enterprise").isNull()).isTrue();
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThat(asOperator(tenant, () -> history.requireField("基准年产量"))).isEqualTo("product.output");
        assertThatThrownBy(() -> asOperator(tenant, () -> history.requireField("利润")))
                .isInstanceOf(DomainException.class).hasMessageContaining("没有字段“利润”");
    }

    private Optional<Long> firstImport(TenantCode code) {
        return asOperator(code, () -> jdbc.prepareStatement("SELECT min(id) FROM ledger_import", select -> {
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.of(row.getLong(1));
            }
        }));
    }

    private long count(String table) {
        return jdbc.prepareStatement("SELECT count(*) FROM " + table, select -> {
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private List<LedgerChange> history(TenantCode code, Optional<String> field) {
        long id = enterprise(code);
        return asOperator(code, () -> history.ofEnterprises(List.of(id), field, 0, 100).getOrDefault(id, List.of()));
    }

    private long enterprise(TenantCode code) {
        return asOperator(code, () -> search.named(Optional.empty(), "甲公司").getFirst().requireId());
    }

    private static byte[] table1(String... rows) {
        return Workbooks.empty().table1(rows).bytes();
    }

    private Report importNow(TenantCode code, byte[] workbook) {
        return asOperator(code, () -> imports.importNow("台账.xlsx", workbook, STRICT));
    }
}
