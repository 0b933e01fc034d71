"""TCP conversations as a packet capture (pcap, raw IPv4)."""

import socket
import struct

ASKER = socket.inet_aton("192.0.2.9")


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def packet(source, target, ports, numbers, flags, payload=b""):
    tcp = struct.pack("!HHIIBBHHH", *ports, *numbers, 0x50, flags, 65535, 0, 0)
    pseudo = source + target + struct.pack("!BBH", 0, 6, len(tcp) + len(payload))
    tcp = tcp[:16] + struct.pack("!H", checksum(pseudo + tcp + payload)) + tcp[18:] + payload
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 1, 0, 64, 6, 0, source, target)
    return ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:] + tcp


def conversation(address, port, request, reply):
    """One connection: the request is sent, the reply comes, both sides close."""
    there = socket.inet_aton(address)
    near, far = 1000, 5000
    out = (40000 + sum(there) % 20000, port)
    back = (out[1], out[0])
    yield packet(ASKER, there, out, (near, 0), 0x02)
    yield packet(there, ASKER, back, (far, near + 1), 0x12)
    near, far = near + 1, far + 1
    yield packet(ASKER, there, out, (near, far), 0x10)
    if request:
        yield packet(ASKER, there, out, (near, far), 0x18, request)
        near += len(request)
    for start in range(0, len(reply), 1400):
        part = reply[start : start + 1400]
        yield packet(there, ASKER, back, (far, near), 0x18, part)
        far += len(part)
    yield packet(there, ASKER, back, (far, near), 0x11)
    yield packet(ASKER, there, out, (near, far + 1), 0x11)


def write(file, conversations):
    file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101))
    for second, packets in enumerate(conversations):
        for data in packets:
            file.write(struct.pack("<IIII", 1700000000 + second, 0, len(data), len(data)) + data)
