package io.kuaka.spring.support;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Kuaka logs until this is closed. */
public final class KuakaLog extends Handler {
    private final Logger logger = Logger.getLogger("io.kuaka");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public KuakaLog() {
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        Object[] parameters = line.getParameters();
        lines.add(parameters == null ? line.getMessage() : MessageFormat.format(line.getMessage(), parameters));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
