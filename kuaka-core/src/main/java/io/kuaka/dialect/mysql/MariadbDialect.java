package io.kuaka.dialect.mysql;

/** MariaDB: MySQL's dialect with another name and other features. */
public final class MariadbDialect extends MysqlDialect {
    /** Makes the dialect. */
    public MariadbDialect() {
        super(ServerFlavor.MARIADB);
    }
}
