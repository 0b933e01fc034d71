"""Captures made with scapy, a packet library that camsweep does not use."""

import sys

from scapy.all import (ARP, BOOTP, DHCP, DNS, DNSRR, IP, UDP, Dot1Q, Ether, IPv6, Raw, fragment,
                       wrpcap)

folder = sys.argv[1]
camera, gateway = "02:78:01:00:00:09", "02:78:01:00:00:fe"
notify = b"NOTIFY * HTTP/1.1\r\nNT: upnp:rootdevice\r\nSERVER: Lab/1.0 UPnP/1.0 %s\r\n\r\n"


def ssdp(ip, name, link=None):
    return (link or Ether(src=camera)) / IP(src=ip, dst="239.255.255.250", ttl=1) / UDP(
        sport=1900, dport=1900) / Raw(notify % name)


def dhcp(kind, op, **fields):
    options = [("message-type", kind)]
    if op == 1:
        options += [("hostname", b"lab-cam-9"), ("vendor_class_id", b"LABCAM 9"),
                    ("param_req_list", [1, 3, 6, 42])]
    options.append("end")
    ports = dict(sport=68, dport=67) if op == 1 else dict(sport=67, dport=68)
    return Ether(src=camera if op == 1 else gateway, dst="ff:ff:ff:ff:ff:ff") / IP(
        src="0.0.0.0" if op == 1 else "10.78.1.254", dst="255.255.255.255") / UDP(**ports) / BOOTP(
        op=op, chaddr=bytes.fromhex(camera.replace(":", "")), **fields) / DHCP(options=options)


mdns = Ether(src=camera) / IPv6(src="fe80::9", dst="ff02::fb", hlim=255) / UDP(
    sport=5353, dport=5353) / DNS(qr=1, aa=1, qd=None, an=DNSRR(
        rrname="_axis-video._tcp.local", type="PTR", ttl=120,
        rdata="Lab nine._axis-video._tcp.local"))
frames = [
    ssdp("10.78.1.9", b"Plain/1"),
    ssdp("10.78.1.10", b"Tagged/1", Ether(src="02:78:01:00:00:0a") / Dot1Q(vlan=40)),
    ssdp("10.78.1.11", b"Double/1", Ether(src="02:78:01:00:00:0b", type=0x88a8) / Dot1Q(vlan=2) / Dot1Q(vlan=41)),
    mdns,
    ssdp("198.18.7.7", b"Routed/1", Ether(src=gateway)),
    ssdp("198.18.7.8", b"Routed/2", Ether(src=gateway)),
    ssdp("8.8.8.8", b"Public/1", Ether(src=gateway)),
    Ether(src=gateway) / ARP(op=2, hwsrc=gateway, psrc="10.78.1.254", pdst="10.78.1.9"),
    dhcp("discover", 1), dhcp("request", 1), dhcp("ack", 2, yiaddr="10.78.1.9"),
] + [Ether(src=camera) / part for part in fragment(
    IP(src="10.78.1.9", dst="10.78.1.2") / UDP(sport=1900, dport=9) / Raw(b"x" * 3000), 1200)]
wrpcap(folder + "/made.pcap", frames)
wrpcap(folder + "/raw.pcap", [f.payload for f in frames[:1]], linktype=101)
