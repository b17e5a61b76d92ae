package io.kuaka.it;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kuaka.it.support.PublishedClasses;
import io.kuaka.testing.HouseRules;

/** Holds the house of all modules, by the same table and rules as core's own test. */
class ModuleHouseTest implements HouseRules {
    @Override
    public JavaClasses classes() {
        return PublishedClasses.ALL;
    }
}
