package io.kuaka.it.interruption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2 on a disk that has little space, with addresses that begin with {@code jdbc:h2:limited:}. */
public final class LimitedDisk extends FilePathWrapper {
    static final String SCHEME = "limited";
    /** How many bytes may still be written. */
    static final AtomicLong SPACE = new AtomicLong(Long.MAX_VALUE);

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new LimitedFile(getBase().open(mode));
    }

    private static final class LimitedFile extends FileBaseDefault {
        private final FileChannel file;

        LimitedFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (SPACE.addAndGet(-source.remaining()) < 0) {
                throw new IOException("No space left on device");
            }
            return file.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean withMetadata) throws IOException {
            file.force(withMetadata);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
            return file.tryLock(position, size, isShared);
        }
    }
}
