package com.euphoriapos.sync.cloud.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes requests to the byte, and answers each with what it was told, well formed or not. */
final class RawServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)\r\n");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile byte[] answer = new byte[0];
    private volatile int connections;

    RawServer() throws IOException {
        daemon(this::accept);
    }

    /** A request. */
    record Heard(String head, byte[] body) {}

    int port() {
        return socket.getLocalPort();
    }

    void answers(String status, String headers, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        all.write(body);
        answer = all.toByteArray();
    }

    void answersRaw(String text) {
        answer = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    void isSilent() {
        answer = new byte[0];
    }

    Heard heard(int number) {
        return heard.get(number);
    }

    int requests() {
        return heard.size();
    }

    int connections() {
        return connections;
    }

    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                connections++;
                clients.add(client);
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            while (true) {
                String head = head(in);
                Matcher length = LENGTH.matcher(head);
                heard.add(new Heard(head, in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0)));
                client.getOutputStream().write(answer);
                client.getOutputStream().flush();
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client is gone");
            }
            head.append((char) next);
            // What begins with a TLS record is no request; who speaks it gets its answer all the same.
            if (head.length() == 1 && next == 0x16) {
                return head.toString();
            }
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }
}
