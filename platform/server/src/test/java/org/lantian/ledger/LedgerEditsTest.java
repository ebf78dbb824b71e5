package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.rule.FieldValue;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class LedgerEditsTest extends ApiTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);

    @Inject
    LedgerImports imports;
    @Inject
    LedgerEdits edits;
    @Inject
    LedgerHistory history;
    @Inject
    Ledger ledger;

    @Test
    void changesOwnValuesAndEntriesOfGroupsAndTellsThemInTheHistory() {
        TenantCode code = filled();
        LedgerEntry before = only(code);
        LedgerEntry after = revise(code, before, cell("enterprise.grade", "B"), cell("enterprise.county", "中宁县"),
                cell("enterprise.industry", "3110 炼铁"), row("product.output", 1, "41"), row("product.name", 2, "微硅粉"),
                row("product.output", 2, "3"), cell("transport.amount", "13"),
                new Cell("equipment.name", Optional.of(1), Optional.empty()));

        assertThat(after.enterprise()).extracting(Enterprise::grade, Enterprise::divisionCode, Enterprise::industryCode)
                .containsExactly("B", "640521", "3110");
        assertThat(after.enterprise().rowVersion()).isEqualTo(before.enterprise().rowVersion() + 1);
        assertThat(after.rows(FieldGroup.PRODUCT)).extracting(one -> one.find(Field.PRODUCT_OUTPUT)).containsExactly(
                Optional.of(new FieldValue.Number(new BigDecimal("41"))),
                Optional.of(new FieldValue.Number(new BigDecimal("3"))));
        assertThat(after.rows(FieldGroup.EQUIPMENT)).isEmpty();
        assertThat(asOperator(code, () -> ledger.version())).isEqualTo(2);
        assertThat(edited(code)).contains(
                new FieldChange("product.output", Optional.of(2024), Optional.of("硅铁"), Optional.of("40.5"),
                        Optional.of("41")),
                new FieldChange("equipment.name", Optional.of(2024), Optional.of("矿热炉"), Optional.of("矿热炉"),
                        Optional.empty()))
                .hasSize(8);
        assertThat(asOperator(other, () -> ledger.list(2024))).isEmpty();
    }

    @Test
    void outletsAreEntriesOfTheEnterpriseLikeOthers() {
        TenantCode code = filled();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .outlets("甲集群|甲公司|DA001|工业炉窑|12000|7200|8.5|9|30|90|").bytes(), STRICT));
        LedgerEntry after = revise(code, only(code), row("outlet.hours", 1, "7000"), row("outlet.number", 2, "DA002"));

        assertThat(after.rows(FieldGroup.OUTLET)).extracting(one -> one.find(Field.OUTLET_NUMBER).orElseThrow().print(),
                one -> one.find(Field.OUTLET_HOURS))
                .containsExactly(tuple("DA001", Optional.of(new FieldValue.Number(new BigDecimal("7000")))),
                        tuple("DA002", Optional.empty()));
        assertThat(edited(code)).contains(new FieldChange("outlet.hours", Optional.of(2024), Optional.of("DA001"),
                Optional.of("7200"), Optional.of("7000")));
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> revise(code, only(code),
                cell("outlet.hours", "1"), row("outlet.hours", 4, "1"))).errors()).extracting(UserError::code)
                .containsExactly("ROW_UNKNOWN", "ROW_UNKNOWN");
    }

    @Test
    void saysAllThatIsWrongAndWritesNothing() {
        TenantCode code = filled();
        UserErrorsException refused = catchThrowableOfType(UserErrorsException.class,
                () -> revise(code, only(code), row("product.output", 1, "很多"), row("product.output", 3, "1"),
                        cell("enterprise.name", "乙公司"), cell("enterprise.creditCode", "91350100M000100Y44"),
                        cell("enterprise.grade", "B")));

        assertThat(refused.errors()).extracting(UserError::code).containsExactly("CELL_INVALID", "ROW_UNKNOWN",
                "FIELD_NOT_EDITABLE", "CELL_INVALID");
        assertThat(refused.errors().getFirst().path()).containsExactly("cells", "0", "text");
        assertThat(only(code).enterprise().grade()).isEqualTo("C");
        assertThat(edited(code)).isEmpty();
    }

    @Test
    void anEditThatChangesNothingIsNone() {
        TenantCode code = filled();
        LedgerEntry before = only(code);
        assertThat(revise(code, before, row("product.output", 1, "40.50"))).isEqualTo(before);
        assertThat(asOperator(code, () -> ledger.version())).isEqualTo(1);
    }

    @Test
    void anOldVersionIsAConflict() {
        TenantCode code = filled();
        LedgerEntry before = only(code);
        revise(code, before, cell("enterprise.grade", "B"));
        assertThatThrownBy(() -> revise(code, before, cell("enterprise.grade", "A")))
                .isInstanceOf(DomainException.class).hasMessageContaining("已被他人修改");
    }

    @Test
    void anImportAfterAnEditStillKnowsBothValues() {
        TenantCode code = filled();
        revise(code, only(code), row("product.output", 1, "41"));
        asOperator(code, () -> imports.importNow("台账.xlsx", workbook(), STRICT));

        long id = only(code).enterprise().requireId();
        assertThat(asOperator(code, () -> history.ofEnterprises(List.of(id), Optional.of("product.output"), 0, 10))
                .get(id)).extracting(LedgerChange::origin)
                .containsExactly(LedgerChange.Origin.IMPORT, LedgerChange.Origin.EDIT, LedgerChange.Origin.IMPORT);
    }

    @Test
    void theApiTakesEditsOfPlannersOnly() {
        TenantCode code = filled();
        LedgerEntry entry = only(code);
        String edit = """
                mutation ($id: ID!, $version: Int!) { reviseEnterprise(input: {id: $id, rowVersion: $version,
                  cells: [{field: "product.output", row: 1, text: "41"}, {field: "enterprise.town", text: null}]}) {
                  enterprise { town products { output } rowVersion history(first: 2) { nodes { origin actor } } }
                  userErrors { path code } } }""";
        Map<String, Object> input = Map.of("id", GlobalId.of("Enterprise", entry.enterprise().requireId()), "version",
                entry.enterprise().rowVersion());
        assertThat(client(code, "reader", Role.VIEWER).execute(edit, input).at("/errors/0/extensions/code").asText())
                .isEqualTo("ROLE_REQUIRED");

        JsonNode enterprise = client(code, "planner", Role.PLANNER).execute(edit, input)
                .at("/data/reviseEnterprise/enterprise");
        assertThat(enterprise.at("/products/0/output").asText()).isEqualTo("41");
        assertThat(enterprise.at("/town").isNull()).isTrue();
        assertThat(enterprise.at("/history/nodes/0/origin").asText()).isEqualTo("EDIT");
        assertThat(enterprise.at("/history/nodes/0/actor").asText()).isEqualTo("planner");
    }

    private static Cell cell(String field, String text) {
        return new Cell(field, Optional.empty(), Optional.of(text));
    }

    private static Cell row(String field, int row, String text) {
        return new Cell(field, Optional.of(row), Optional.of(text));
    }

    private LedgerEntry revise(TenantCode code, LedgerEntry entry, Cell... cells) {
        return asOperator(code, () -> edits.revise(new ChangeOrigin.OfEdit(), entry.enterprise().requireId(),
                entry.enterprise().rowVersion(), Optional.empty(), List.of(cells)));
    }

    private List<FieldChange> edited(TenantCode code) {
        long id = only(code).enterprise().requireId();
        return asOperator(code, () -> history.ofEnterprises(List.of(id), Optional.empty(), 0, 100)).get(id).stream()
                .filter(change -> change.origin() == LedgerChange.Origin.EDIT).map(LedgerChange::change).toList();
    }

    private LedgerEntry only(TenantCode code) {
        return asOperator(code, () -> ledger.list(2024)).getFirst();
    }

    private TenantCode filled() {
        TenantCode code = freshTenant();
        asOperator(code, () -> imports.importNow("台账.xlsx", workbook(), STRICT));
        return code;
    }

    private static byte[] workbook() {
        return Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司")).table2(Workbooks.treatment("甲公司"))
                .bytes();
    }
}
