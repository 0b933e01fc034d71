"""A camera at one link-local address of one link, its ONVIF service elsewhere: camera.py ADDRESS LINK PORT."""
import socket
import sys
import threading

address, link, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
page = b"<html><head><title>index</title></head><body></body></html>"
head = b"HTTP/1.1 200 OK\r\nServer: DNVRS-Webs\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(page)


def pass_on(from_, to):
    try:
        while data := from_.recv(65536):
            to.sendall(data)
        to.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # one of them went away


def serve(guest):
    guest.settimeout(10)
    try:
        start = guest.recv(65536)
        if b" /onvif/" in start.split(b"\r\n")[0]:
            print(start.split(b"\r\n\r\n")[0].decode("latin-1"), flush=True)
            behind = socket.create_connection(("127.0.0.1", port), 10)
            behind.sendall(start)
            threading.Thread(target=pass_on, args=(guest, behind), daemon=True).start()
            pass_on(behind, guest)
            behind.close()
        else:
            guest.sendall(head + page)
    except OSError:
        pass  # it went away
    guest.close()


door = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
door.bind((address, 80, 0, socket.if_nametoindex(link)))
door.listen(16)
while True:
    guest, _ = door.accept()
    threading.Thread(target=serve, args=(guest,), daemon=True).start()
