package org.camsweep.net;

/**
 * How many connections may be open at one time. Where this machine runs out of what a connection
 * needs, the window closes by a quarter; each connection that ends well opens it by one, up to what
 * it was. Touched only on the edge's event loop.
 */
final class Window {
  private static final int LEAST = 8;

  private final int most;
  private int limit;
  private int open;
  private int narrowest;

  Window(int most) {
    this.most = Math.max(1, most);
    this.limit = this.most;
    this.narrowest = this.most;
  }

  boolean hasRoom() {
    return open < limit;
  }

  void opened() {
    open++;
  }

  void closed() {
    open--;
  }

  /** This machine could not open one more. */
  void shrink() {
    limit = Math.max(Math.min(LEAST, most), Math.min(limit, open) * 3 / 4);
    narrowest = Math.min(narrowest, limit);
  }

  void grow() {
    limit = Math.min(most, limit + 1);
  }

  int open() {
    return open;
  }

  int limit() {
    return limit;
  }

  /** The smallest that it was. */
  int narrowest() {
    return narrowest;
  }
}
