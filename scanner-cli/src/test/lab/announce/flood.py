"""Floods a link with junk and with half announcements, for a bounded number of datagrams."""

import os
import socket
import sys
import time

own = sys.argv[1]
out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
out.bind((own, 0))
out.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
out.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
for n in range(60000):
    junk = os.urandom(900)
    out.sendto(junk, ("239.255.255.250", 3702 if n % 2 else 1900))
    out.sendto(b"HTTP/1.1 200 OK\r\nSERVER: " + junk.hex().encode()[:600] + b"\r\n\r\n",
               ("239.255.255.250", 1900))
    if n % 50 == 0:
        time.sleep(0.008)  # long enough to meet a listener that starts late
