package io.kuaka.dialect.mysql;

/** MariaDB: the dialect of its family, with its own name and abilities. */
public final class MariadbDialect extends MysqlDialect {
    /** Makes the dialect. */
    public MariadbDialect() {
        super(ServerFlavor.MARIADB);
    }
}
