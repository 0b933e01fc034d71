"""Cameras at the addresses named: the same web page and the same odd answer to a search for all."""
import http.server
import socket
import socketserver
import sys
import threading

PAGE = b"<html><head><title>Lab camera</title></head><body>live</body></html>"


class Camera(http.server.BaseHTTPRequestHandler):
    server_version = "Lab-Webs"
    sys_version = ""

    def do_GET(self):
        root = self.path == "/"
        self.send_response(200 if root else 404)
        self.send_header("Content-Length", str(len(PAGE) if root else 0))
        self.end_headers()
        if root:
            self.wfile.write(PAGE)

    def log_message(self, *args):
        pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128


def answer_searches(address):
    own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own.bind((address, 3702))
    while True:
        own.sendto(b"lab camera", own.recvfrom(65535)[1])


for each in sys.argv[1:]:
    threading.Thread(target=answer_searches, args=(each,), daemon=True).start()
Server(("0.0.0.0", 80), Camera).serve_forever()
