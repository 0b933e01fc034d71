"""A device of many voices for captures: web page, ONVIF, RTSP, FTP and telnet, for two minutes."""

import socket
import sys
import threading
import time

own = sys.argv[1]
PAGE = (b"HTTP/1.1 401 Unauthorized\r\nServer: LabCam-Webs\r\n"
        b'WWW-Authenticate: Digest realm="LAB-9 realm", nonce="1"\r\nContent-Length: 4\r\n\r\nnope')
SOAP = (b"<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\" "
        b"xmlns:t=\"http://www.onvif.org/ver10/device/wsdl\"><e:Body><t:GetDeviceInformationResponse>"
        b"<t:Manufacturer>Lab Optics</t:Manufacturer><t:Model>LAB-9</t:Model>"
        b"</t:GetDeviceInformationResponse></e:Body></e:Envelope>")
ONVIF = b"HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: %d\r\n\r\n" % len(SOAP) + SOAP
RTSP = (b"RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\nServer: LabRtsp/9\r\n"
        b'WWW-Authenticate: Digest realm="LAB-9 stream", nonce="1"\r\n\r\n')


def web(client):
    asked = client.recv(4096)
    client.sendall(ONVIF if b"onvif" in asked else PAGE)


def rtsp(client):
    client.recv(4096)
    client.sendall(RTSP)


def ftp(client):
    client.sendall(b"220 LabCam FTP 9\r\n")
    client.recv(4096)


def telnet(client):
    client.sendall(b"\xff\xfd\x01LAB-9 login: ")
    client.sendall(client.recv(4096))


def listen(port, talk):
    server = socket.create_server((own, port))
    while True:
        client, _ = server.accept()
        client.settimeout(5)
        try:
            talk(client)
        except OSError:
            pass
        client.close()


for port, talk in ((80, web), (554, rtsp), (21, ftp), (23, telnet)):
    threading.Thread(target=listen, args=(port, talk), daemon=True).start()
print("serving", flush=True)
time.sleep(120)
