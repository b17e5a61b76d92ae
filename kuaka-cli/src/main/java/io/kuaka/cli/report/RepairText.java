package io.kuaka.cli.report;

import io.kuaka.command.repair.Repair;
import io.kuaka.operation.Operation;
import io.kuaka.source.Imports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints how a difference between a database and its history is fixed. */
record RepairText(Console console) {
    void print(Repair repair) {
        repair.statements().forEach(sql -> console.verbatim("    SQL: " + sql + ";"));
        operations(repair).forEach(operation -> console.verbatim("    operation: " + operation));
    }

    static String json(Repair repair) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(
                "sql",
                JsonText.array(repair.statements().stream().map(JsonText::text).toList()));
        members.put(
                "operations",
                JsonText.array(operations(repair).stream().map(JsonText::text).toList()));
        return JsonText.object(members);
    }

    private static List<String> operations(Repair repair) {
        return repair.operations().stream()
                .map(Operation::toSource)
                .map(source -> source.flat(new Imports()))
                .toList();
    }
}
