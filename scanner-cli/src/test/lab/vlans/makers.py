"""Answers makers' searches by unicast, and nothing else: makers.py KIND ADDRESS [KIND ADDRESS ...].

Each KIND is one search protocol, answered on its own port at its address alone, in the form that
docs/observations.md and the probes' own comments describe. What no server of others answers by unicast is
written here from those descriptions.
"""
import json
import select
import socket
import struct
import sys


def sadp(asked):
    if b"<Types>inquiry</Types>" not in asked:
        return None
    uuid = asked.split(b"<Uuid>")[1].split(b"</Uuid>")[0]
    return (b'<?xml version="1.0" encoding="UTF-8"?>\r\n<ProbeMatch>\r\n<Uuid>' + uuid + b"</Uuid>\r\n"
            b"<Types>inquiry</Types>\r\n<DeviceType>142378</DeviceType>\r\n"
            b"<DeviceDescription>DS-2CD2043G2-I</DeviceDescription>\r\n"
            b"<DeviceSN>DS-2CD2043G2-I20230105AAWRL00000042</DeviceSN>\r\n<CommandPort>8000</CommandPort>\r\n"
            b"<HttpPort>80</HttpPort>\r\n<MAC>02-80-03-00-00-21</MAC>\r\n<DHCP>false</DHCP>\r\n"
            b"<SoftwareVersion>V5.7.3build 220112</SoftwareVersion>\r\n<Activated>true</Activated>\r\n</ProbeMatch>\r\n")


def dhip(asked):
    if asked[4:8] != b"DHIP" or b"DHDiscover.search" not in asked:
        return None
    said = json.dumps({"mac": "02:80:03:00:00:22", "method": "client.notifyDevInfo", "params": {"deviceInfo": {
        "DeviceClass": "IPC", "DeviceType": "IPC-HFW2431S", "Vendor": "General", "SerialNo": "5F04690PAZ00042",
        "Version": "2.800.0000000.8.R", "HttpPort": 80, "Port": 37777, "Init": 2198}}}).encode() + b"\n\0"
    return struct.pack("<I4s6I", 32, b"DHIP", 0, 0, len(said), 0, len(said), 0) + said


def xm(asked):
    if len(asked) != 20 or asked[14:16] != b"\xfa\x05":
        return None
    said = json.dumps({"NetWork.NetCommon": {"HostName": "LocalHost", "MAC": "02:80:03:00:00:23",
        "SN": "0000000000000042", "TCPPort": 34567, "UDPPort": 34568, "HttpPort": 80, "ChannelNum": 1,
        "DeviceType": 1, "Version": "V5.11.R02.00000042"}, "Ret": 100, "SessionID": "0x00000000"}).encode() + b"\n\0"
    return b"\xff\x01" + bytes(12) + b"\xfb\x05" + struct.pack("<I", len(said)) + said


def dhold(asked):
    if asked[:4] != b"\xa3\x01\x00\x01":
        return None
    second = b"02:80:03:00:00:24" + b"IPC-HDW1431S"
    third = b"Name:Back door\r\nDevice:IPC\r\nSerialNo:4M0042FPAG00042\r\n"
    out = bytearray(0x78)
    out[0] = 0xB3
    out[2:4] = struct.pack("<H", len(second))
    out[4] = 0x58
    out[0x10:0x14] = struct.pack("<I", 2)
    out[0x14:0x18] = struct.pack("<I", len(third))
    out[0x28:0x2B] = b"IPC"
    out[0x5E:0x64] = struct.pack("<3H", 80, 443, 37777)
    return bytes(out) + second + third


def vivotek(asked):
    if len(asked) != 5 or asked[0] != 1:
        return None
    fields = ((1, b"IB9360-VVTK-0242"), (2, bytes.fromhex("028003000025")), (6, b"\x50\x00"), (9, b"IB9360-H"))
    return b"\x02" + asked[1:] + b"".join(bytes([kind, len(value)]) + value for kind, value in fields)


def foscam(asked):
    if asked[:4] != b"MO_I":
        return None
    out = bytearray(0x57)
    out[0:4] = b"MO_I"
    out[4] = 1
    out[0x0F:0x13] = struct.pack("<I", len(out) - 0x17)
    out[0x17:0x23] = b"028003000026"
    out[0x24:0x2C] = b"Gate cam"
    out[0x4D:0x55] = bytes([11, 37, 2, 54, 2, 0, 10, 11])
    out[0x55:0x57] = b"\x00\x50"
    return bytes(out)


def tplink(asked):
    if asked[:4] != b"\x02\x00\x00\x01":
        return None
    said = json.dumps({"error_code": 0, "result": {"device_type": "SMART.IPCAMERA", "device_model": "C210",
        "firmware_version": "1.4.3 Build 241010 Rel.33858n", "hardware_version": "2.0", "mac": "02-80-03-00-00-27",
        "factory_default": False}}).encode()
    return asked[:16] + said


def ubiquiti(asked):
    if asked != b"\x01\x00\x00\x00":
        return None
    fields = ((1, bytes.fromhex("028003000028")), (0x0B, b"lobby"), (0x0C, b"UVC G4 Pro"),
              (3, b"UVC.S5L.v4.69.55.67"))
    body = b"".join(bytes([kind]) + struct.pack(">H", len(value)) + value for kind, value in fields)
    return b"\x01\x00" + struct.pack(">H", len(body)) + body


PORTS = {sadp: 37020, dhip: 37810, xm: 34569, dhold: 5050, vivotek: 10000, foscam: 10000, tplink: 20002,
         ubiquiti: 10001}
KINDS = {kind.__name__: kind for kind in PORTS}
ears = {}
words = sys.argv[1:]
doors = {}
for name, address in zip(words[::2], words[1::2]):
    doors.setdefault((address, PORTS[KINDS[name]]), []).append(KINDS[name])
for (address, port), kinds in doors.items():
    ear = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM)
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    ear.bind((address, port))
    ears[ear] = kinds
while True:
    for ear in select.select(list(ears), [], [])[0]:
        asked, asker = ear.recvfrom(4096)
        for kind in ears[ear]:
            answer = kind(asked)
            if answer is not None:
                print(kind.__name__, asker[0], flush=True)
                ear.sendto(answer, asker)
