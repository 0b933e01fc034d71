"""A web page at one link-local address of one link: page.py ADDRESS LINK TITLE."""
import socket
import sys

address, link, title = sys.argv[1:]
page = b"<html><head><title>%s</title></head></html>" % title.encode()
head = b"HTTP/1.1 200 OK\r\nServer: Lab-Webs\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(page)
door = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
door.bind((address, 80, 0, socket.if_nametoindex(link)))
door.listen(16)
while True:
    guest, _ = door.accept()
    try:
        guest.settimeout(3)
        guest.recv(4096)
        guest.sendall(head + page)
    except OSError:
        pass  # it went away
    guest.close()
