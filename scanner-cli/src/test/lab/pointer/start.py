"""A hostile device: whatever it is asked, its answer points at somebody else.

Usage: start.py ADDRESS ELSEWHERE...   (ELSEWHERE: addresses and names outside the scope)
"""

import re
import socket
import struct
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ADDRESS, ELSEWHERE = sys.argv[1], sys.argv[2:]
URLS = [f"http://{host}/onvif/device_service" for host in ELSEWHERE]

MATCHES = """<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
 xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"
 xmlns:dn="http://www.onvif.org/ver10/network/wsdl"><s:Header>
<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</a:Action>
<a:RelatesTo>%s</a:RelatesTo></s:Header><s:Body><d:ProbeMatches><d:ProbeMatch>
<a:EndpointReference><a:Address>urn:uuid:0b5d0f6e-7a5c-4f1f-9c3e-0000000000aa</a:Address>
</a:EndpointReference><d:Types>dn:NetworkVideoTransmitter</d:Types>
<d:Scopes>onvif://www.onvif.org/name/Pointer onvif://www.onvif.org/hardware/P-1</d:Scopes>
<d:XAddrs>%s</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion>
</d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>"""

SERVICES = """<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:tds="http://www.onvif.org/ver10/device/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema">
<s:Body><tds:GetServicesResponse>%s</tds:GetServicesResponse></s:Body></s:Envelope>"""

SERVICE = """<tds:Service><tds:Namespace>http://www.onvif.org/ver10/media/wsdl</tds:Namespace>
<tds:XAddr>%s</tds:XAddr><tds:Version><tt:Major>2</tt:Major><tt:Minor>0</tt:Minor></tds:Version>
</tds:Service>"""


class Web(BaseHTTPRequestHandler):
    """Redirects every page, and gives ONVIF services at other people's addresses."""

    protocol_version = "HTTP/1.1"
    server_version = "Pointer/1.0"

    def do_GET(self):
        self.send_response(302)
        self.send_header("Location", f"http://{ELSEWHERE[0]}/index.html")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def do_POST(self):
        self.rfile.read(min(int(self.headers.get("Content-Length", "0")), 65536))
        body = (SERVICES % "".join(SERVICE % url for url in URLS)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/soap+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, form, *values):
        print(form % values, flush=True)


def datagrams(port, group, answers):
    """Answers every datagram on the port, sent to the group or straight here."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("", port))
    joined = struct.pack("4s4s", socket.inet_aton(group), socket.inet_aton(ADDRESS))
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, joined)
    while True:
        data, peer = sock.recvfrom(65535)
        print(port, peer, flush=True)
        for answer in answers(data):
            sock.sendto(answer, peer)


def wsd(data):
    found = re.search(rb"MessageID[^>]*>([^<]*)<", data)
    relates = found.group(1).decode("ascii", "replace") if found else ""
    yield (MATCHES % (relates, " ".join(URLS))).encode()


def ssdp(data):
    if data.startswith(b"M-SEARCH"):
        for host in ELSEWHERE:
            yield (
                "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\n"
                f"LOCATION: http://{host}/description.xml\r\n"
                "SERVER: Linux UPnP/1.0 Pointer/1.0\r\nST: upnp:rootdevice\r\n"
                "USN: uuid:0b5d0f6e-7a5c-4f1f-9c3e-0000000000aa::upnp:rootdevice\r\n\r\n"
            ).encode()


def rtsp():
    """One RTSP answer a connection: a redirect to somebody else's stream."""
    listener = socket.create_server((ADDRESS, 554))
    while True:
        connection, _ = listener.accept()
        with connection:
            connection.settimeout(3)
            try:
                asked = connection.recv(4096).decode("latin-1")
                found = re.search(r"CSeq: *(\d+)", asked, re.IGNORECASE)
                connection.sendall(
                    (
                        f"RTSP/1.0 302 Moved\r\nCSeq: {found.group(1) if found else 1}\r\n"
                        f"Location: rtsp://{ELSEWHERE[0]}/stream\r\n\r\n"
                    ).encode()
                )
            except OSError as gone:
                print("rtsp", gone, flush=True)


for task in (
    lambda: datagrams(3702, "239.255.255.250", wsd),
    lambda: datagrams(1900, "239.255.255.250", ssdp),
    rtsp,
):
    threading.Thread(target=task, daemon=True).start()
ThreadingHTTPServer((ADDRESS, 80), Web).serve_forever()
