package io.kuaka.spring.neighbour;

import java.util.List;

/**
 * A tool that also migrates databases from within an application.
 *
 * @param beanType the class of the bean that is there if it does so
 * @param property the property that says where its scripts are
 * @param places where they are without the property
 */
record OtherTool(String name, String beanType, String property, String places) {
    static final List<OtherTool> ALL = List.of(
            new OtherTool("Flyway", "org.flywaydb.core.Flyway", "spring.flyway.locations", "classpath:db/migration"),
            new OtherTool(
                    "Liquibase",
                    "liquibase.integration.spring.SpringLiquibase",
                    "spring.liquibase.change-log",
                    "classpath:/db/changelog/db.changelog-master.yaml"));

    /** Returns the pattern of all files of a place: below a folder, or beside and below a file. */
    static String pattern(String place) {
        int slash = place.lastIndexOf('/');
        boolean isFile = place.indexOf('.', slash + 1) >= 0;
        String folder = isFile ? place.substring(0, Math.max(slash, place.indexOf(':') + 1)) : place;
        return folder.replace("classpath:/", "classpath:")
                        .replaceFirst("^classpath:", "classpath*:")
                        .replaceFirst("^filesystem:", "file:")
                        .replace("{vendor}", "*")
                + "/**/*";
    }
}
