"""Announces two cameras as their protocols do, once a second for at most two minutes."""

import socket
import struct
import sys
import time

own = sys.argv[1]
HELLO = """<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
 xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"
 xmlns:dn="http://www.onvif.org/ver10/network/wsdl"><s:Header>
<a:MessageID>urn:uuid:%s</a:MessageID>
<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Hello</a:Action></s:Header>
<s:Body><d:Hello><a:EndpointReference><a:Address>urn:uuid:4a1c7b52-0009-4000-8000-000000000000</a:Address>
</a:EndpointReference><d:Types>dn:NetworkVideoTransmitter</d:Types>
<d:Scopes>onvif://www.onvif.org/hardware/LAB-9 onvif://www.onvif.org/name/Lab%%20nine</d:Scopes>
<d:XAddrs>http://%s/onvif/device_service</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion>
</d:Hello></s:Body></s:Envelope>"""
NOTIFY = (
    "NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nNT: upnp:rootdevice\r\n"
    "NTS: ssdp:alive\r\nUSN: uuid:lab-9::upnp:rootdevice\r\nSERVER: Lab/1.0 UPnP/1.0 LabCam/9\r\n"
    "LOCATION: http://%s:49152/d.xml\r\n\r\n"
)
MATCH = (
    '<?xml version="1.0" encoding="UTF-8"?><ProbeMatch><Types>inquiry</Types>'
    "<DeviceDescription>LAB-9</DeviceDescription><DeviceSN>LAB-9-0001</DeviceSN>"
    "<MAC>02-77-01-00-00-09</MAC><SoftwareVersion>V1.2.3build 240101</SoftwareVersion></ProbeMatch>"
)
DEVICE = (
    b'{"mac":"02:77:01:00:00:09","method":"client.notifyDevInfo","params":{"deviceInfo":'
    b'{"DeviceClass":"IPC","DeviceType":"LAB-9","Vendor":"Lab"}}}'
)
DHIP = b"\x20\0\0\0DHIP" + b"\0" * 24 + DEVICE

out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
out.bind((own, 0))
out.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
out.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
search = b"M-SEARCH * HTTP/1.1\r\nMAN: \"ssdp:discover\"\r\nST: ssdp:all\r\n\r\n"
print("announcing", flush=True)
for n in range(120):
    message = HELLO % ("00000000-0000-4000-8000-%012x" % n, own)
    out.sendto(message.encode(), ("239.255.255.250", 3702))
    out.sendto((NOTIFY % own).encode(), ("239.255.255.250", 1900))
    out.sendto(search, ("239.255.255.250", 1900))
    out.sendto(MATCH.encode(), ("239.255.255.250", 37020))
    out.sendto(DHIP, ("255.255.255.255", 37810))
    time.sleep(1)
