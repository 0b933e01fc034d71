package org.camsweep.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;

/** Opens the ports of devices on a switchboard. */
final class DeviceStarter {
  private final Switchboard switchboard;
  private final DemoSite.Ports ports;
  private final Clock clock;
  private final DemoCertificate certificates;

  DeviceStarter(Switchboard switchboard, DemoSite.Ports ports, Clock clock) {
    this.switchboard = switchboard;
    this.ports = ports;
    this.clock = clock;
    try {
      this.certificates = new DemoCertificate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  void start(List<DemoDevice> devices) throws IOException {
    for (DemoDevice device : devices) {
      start(device);
    }
  }

  private void start(DemoDevice device) throws IOException {
    switch (device.manner()) {
      case SPEAKS -> speak(device);
      case GARBLES -> garble(device);
      case DRIPS -> switchboard.stream(at(device, ports.web()), Manners::drip);
      case SILENT -> fallSilent(device);
      case CLOSED -> { // nothing to open: this machine refuses on its behalf
      }
    }
  }

  private void speak(DemoDevice device) throws IOException {
    Words words = device.words().and(ports.words().known());
    if (device.wsd().isPresent()) {
      Switchboard.Responder wsd = Discovery.wsd(device.wsd().get(), words);
      switchboard.datagrams(at(device, Discovery.WSD_PORT), wsd);
    }
    if (device.sadp().isPresent()) {
      Switchboard.Responder sadp = Discovery.sadp(device.sadp().get(), words);
      switchboard.datagrams(at(device, Discovery.SADP_PORT), sadp);
    }
    if (device.dhip().isPresent()) {
      Switchboard.Responder dhip = Discovery.dhip(device.dhip().get(), words);
      switchboard.datagrams(at(device, Discovery.DHIP_PORT), dhip);
    }
    if (!device.http().isEmpty()) {
      switchboard.stream(at(device, ports.web()), new WebServer(device.http(), words, clock));
    }
    if (device.certificate().isPresent()) {
      WebServer server = new WebServer(device.https(), words, clock);
      try {
        var tls = certificates.serverFor(device.certificate().get(), words);
        switchboard.stream(at(device, ports.tls()), server.inside(tls));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a certificate that this JDK does not take", e);
      }
    }
    if (!device.rtsp().isEmpty()) {
      switchboard.stream(at(device, ports.stream()), new StreamServer(device.rtsp(), words));
    }
  }

  private void garble(DemoDevice device) throws IOException {
    for (int port : ports.all()) {
      switchboard.stream(at(device, port), Manners::garble);
    }
    switchboard.datagrams(at(device, Discovery.WSD_PORT), Manners::garble);
  }

  private void fallSilent(DemoDevice device) throws IOException {
    for (int port : ports.all()) {
      switchboard.hole(at(device, port));
    }
  }

  private static InetSocketAddress at(DemoDevice device, int port) {
    return new InetSocketAddress(device.address().inet(), port);
  }
}
