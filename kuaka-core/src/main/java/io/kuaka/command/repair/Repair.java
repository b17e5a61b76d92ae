package io.kuaka.command.repair;

import io.kuaka.operation.Operation;
import java.util.List;

/**
 * The two ways to fix a difference between a database and its history.
 *
 * @param statements the SQL that makes the database what the history says; empty where only a person can write it
 * @param operations what a migration says so that the history is as the database; it is recorded with {@code migrate
 *     --fake}. Empty where no model can state what the database has
 */
public record Repair(List<String> statements, List<Operation> operations) {
    public Repair {
        statements = List.copyOf(statements);
        operations = List.copyOf(operations);
    }
}
