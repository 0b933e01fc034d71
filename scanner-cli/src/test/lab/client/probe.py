"""A discovery client that shares no code with the product: prints who answered, and what.

Usage: probe.py wsd|wsd-device|ssdp|mdns|mdns-web ADDRESS[%INTERFACE]
"""

import ipaddress
import socket
import sys
import time
import uuid

WSD = """<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
 xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"
 xmlns:dn="http://www.onvif.org/ver10/network/wsdl"><s:Header>
<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>
<a:MessageID>urn:uuid:{id}</a:MessageID>
<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To></s:Header>
<s:Body><d:Probe>{types}</d:Probe></s:Body></s:Envelope>"""

DPWS = 'xmlns:wsdp="http://schemas.xmlsoap.org/ws/2006/02/devprof"'

SSDP = (
    "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\n"
    "MX: 1\r\nST: ssdp:all\r\n\r\n"
)


def mdns_question(*names):
    """One-shot questions for services, answered to this socket (RFC 6762, section 6.7)."""
    body = b""
    for name in names:
        for label in name.split("."):
            body += bytes([len(label)]) + label.encode()
        body += b"\x00\x00\x0c\x00\x01"
    return b"\x12\x34\x00\x00" + len(names).to_bytes(2, "big") + bytes(6) + body


kind, to = sys.argv[1], sys.argv[2]
host, _, interface = to.partition("%")
port, message = {
    "wsd": (3702, WSD.format(id=uuid.uuid4(), types="<d:Types>dn:NetworkVideoTransmitter</d:Types>")),
    "wsd-device": (3702, WSD.format(id=uuid.uuid4(), types=f"<d:Types {DPWS}>wsdp:Device</d:Types>")),
    "ssdp": (1900, SSDP),
    "mdns": (5353, mdns_question("_axis-video._tcp.local", "_rtsp._tcp.local", "_smb._tcp.local")),
    "mdns-web": (5353, mdns_question("_http._tcp.local")),
}[kind]
family = socket.AF_INET6 if ":" in host else socket.AF_INET
sock = socket.socket(family, socket.SOCK_DGRAM)
destination = (host, port)
if family == socket.AF_INET6:
    destination = (host, port, 0, socket.if_nametoindex(interface) if interface else 0)
if kind == "mdns-web":  # some stacks answer the whole group, whoever asked
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("", port))
    group = socket.inet_aton(host) + socket.inet_aton("0.0.0.0")
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
sock.sendto(message if isinstance(message, bytes) else message.encode(), destination)
end = time.monotonic() + 3
while time.monotonic() < end:
    sock.settimeout(max(0.01, end - time.monotonic()))
    try:
        data, peer = sock.recvfrom(65535)
    except TimeoutError:
        break
    print(peer[0], repr(data.decode("utf-8", "replace")), flush=True)
    if not ipaddress.ip_address(host).is_multicast:
        break
