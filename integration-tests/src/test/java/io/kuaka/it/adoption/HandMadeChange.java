package io.kuaka.it.adoption;

import io.kuaka.it.support.Engine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What makes hand-made tables differ from the entities.
 *
 * @param touches the parts of tables that it is about; of two changes that touch the same part, only one is made
 * @param named what is said of it, in the form {@code path aspect}
 */
record HandMadeChange(
        String title,
        Set<Engine> engines,
        Set<String> touches,
        Consumer<HandMadeTables> edit,
        Function<HandMadeTables, List<String>> named) {

    static HandMadeChange of(String title, String touches, Consumer<HandMadeTables> edit, String... named) {
        return new HandMadeChange(
                title, EnumSet.allOf(Engine.class), Set.of(touches.split(" ")), edit, tables -> List.of(named));
    }

    HandMadeChange on(Engine first, Engine... others) {
        return new HandMadeChange(title, EnumSet.of(first, others), touches, edit, named);
    }

    HandMadeChange naming(Function<HandMadeTables, List<String>> other) {
        return new HandMadeChange(title, engines, touches, edit, other);
    }

    @Override
    public String toString() {
        return title;
    }
}
