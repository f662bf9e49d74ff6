package org.openwaybill;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** An open socket to a party: one exchange after another, none of which waits beyond its deadline for what is to come. */
final class Line implements Closeable {
    private static final int LONGEST = 16 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] read = new byte[8 * 1024];
    private int at;
    private int end;
    private Deadline deadline;
    private boolean isLast;

    Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    void begin(Deadline ofExchange) {
        deadline = ofExchange;
    }

    /** No exchange follows this one. */
    void endsHere() {
        isLast = true;
    }

    /** Whether another exchange may follow, and nothing came that belongs to none. */
    boolean mayBeKept() {
        return !isLast && at == end;
    }

    /** Whether the other side still listens: it has neither closed the line nor said anything of itself. */
    boolean isOpen() {
        try {
            socket.setSoTimeout(1);
            in.read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    void write(byte[] head, byte[] body) throws IOException {
        out.write(head);
        out.write(body);
        out.flush();
    }

    /** Text up to the end of its line. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (hasMore()) {
            char one = (char) (read[at++] & 0xff);
            if (one == '\n') {
                int last = line.length() - 1;
                return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
            }
            line.append(one);
            if (line.length() > LONGEST) {
                throw new IOException("A line of the answer is longer than " + LONGEST + " bytes.");
            }
        }
        throw new EOFException("The answer breaks off.");
    }

    void copy(long count, ByteArrayOutputStream to) throws IOException {
        for (long left = count; left > 0;) {
            if (!hasMore()) {
                throw new EOFException("The answer breaks off.");
            }
            int taken = (int) Math.min(left, end - at);
            to.write(read, at, taken);
            at += taken;
            left -= taken;
        }
    }

    void copyAll(ByteArrayOutputStream to) throws IOException {
        while (hasMore()) {
            to.write(read, at, end - at);
            at = end;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Whether there is more; reads on where all that was read is used. */
    private boolean hasMore() throws IOException {
        if (at == end) {
            socket.setSoTimeout(deadline.left());
            at = 0;
            end = Math.max(0, in.read(read));
        }
        return at < end;
    }
}
