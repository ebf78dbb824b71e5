package org.lantian.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** Reads a stored file chunk by chunk, so that a download holds one chunk in memory and no transaction open. */
final class FileStream extends InputStream {

    private final IntFunction<byte[]> chunks;
    private byte[] chunk = new byte[0];
    private int position;
    private int next;
    private boolean ended;

    FileStream(IntFunction<byte[]> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position == chunk.length && !ended) {
            chunk = chunks.apply(next++);
            position = 0;
            ended = chunk.length == 0;
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }
}
