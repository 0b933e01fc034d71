package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.junit.jupiter.api.Test;

/** The words are those of Linux, of macOS, of the JDK and of Netty's native transport. */
class LocalTroubleTest {
  @Test
  void eachKindIsToldByTheSystemsWords() {
    assertThat(LocalTrouble.of(new ChannelException(new IOException("Too many open files"))))
        .isEqualTo(LocalTrouble.DESCRIPTORS);
    assertThat(LocalTrouble.of(new BindException("Cannot assign requested address")))
        .isEqualTo(LocalTrouble.PORTS);
    assertThat(
            LocalTrouble.of(
                new IOException(
                    "sendToAddress(..) failed with error(-105): No buffer space available")))
        .isEqualTo(LocalTrouble.BUFFERS);
    assertThat(LocalTrouble.of(new ConnectException("Network is unreachable: /10.0.0.1:80")))
        .isEqualTo(LocalTrouble.NO_ROUTE);
    assertThat(LocalTrouble.of(new IOException("Operation not permitted")))
        .isEqualTo(LocalTrouble.FORBIDDEN);
    assertThat(LocalTrouble.of(new IOException())).isEqualTo(LocalTrouble.OTHER);
  }

  @Test
  void whatWillNotPassIsNotTriedAgain() {
    assertThat(LocalTrouble.NO_ROUTE.passes()).isFalse();
    assertThat(LocalTrouble.FORBIDDEN.passes()).isFalse();
    assertThat(LocalTrouble.DESCRIPTORS.passes()).isTrue();
  }

  @Test
  void noWayOutOfThisMachineIsNotAHostThatIsNotThere() {
    assertThat(ConnectFailure.of(new ConnectException("Network is unreachable")))
        .isEqualTo(ConnectFailure.LOCAL);
    assertThat(ConnectFailure.of(new NoRouteToHostException("No route to host")))
        .isEqualTo(ConnectFailure.UNREACHABLE);
    assertThat(ConnectFailure.of(new ConnectException("Connection refused")))
        .isEqualTo(ConnectFailure.REFUSED);
  }
}
