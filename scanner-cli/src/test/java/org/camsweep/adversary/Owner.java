package org.camsweep.adversary;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** One box that answers for every address that is led to it, as the same camera. */
public final class Owner {
  private Owner() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    serve(80, Lies.honestPage("00408C00AD20"));
    serve(554, "RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\nServer: owner\r\n\r\n");
    System.out.println("ready");
    System.out.flush();
    Thread.sleep(1_200_000);
  }

  private static void serve(int port, String words) throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress("0.0.0.0", port), 256);
    Threads.start(
        () -> {
          while (true) {
            Socket socket = server.accept();
            socket.setSoTimeout(10_000);
            Threads.start(
                () -> {
                  try (socket) {
                    Tcp.says(words).on(socket);
                  }
                });
          }
        });
  }
}
