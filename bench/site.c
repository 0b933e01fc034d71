/*
 * A site of cameras for measuring: answers for every address that its namespace calls local, in one
 * process without threads, so that the site is not what is measured. Each living address is a camera:
 * HTTP on 80, RTSP on 554, WS-Discovery on UDP 3702. Their words are of five kinds, by the address; those of
 * the first four are examples of signatures in the pack, and the last says nothing that names anybody.
 * Which addresses live is the firewall's business.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 65536
#define REQUEST 4096

enum { LISTEN_HTTP = 1, LISTEN_RTSP, DISCOVERY, TALK_HTTP, TALK_RTSP };

static char kind[MOST];

/* What a device says: its server, the realm of its log-in ("" for a page without one), its title. */
static const struct {
  const char *server, *realm, *title, *rtsp_server, *rtsp_realm, *name, *hardware;
} KINDS[] = {
    {"App-webs/", "", "index", "", "IP Camera(C2875)", "HIKVISION%20DS-2CD2143G0-I", "DS-2CD2143G0-I"},
    {"Webs", "", "WEB SERVICE", "Rtsp Server/3.0", "Login to 4K05DB3PAJE98BE", "Dahua", "IPC-HDW2431T"},
    {"Apache", "AXIS_ACCC8E000001", "", "GStreamer RTSP server", "AXIS_ACCC8E000001",
     "AXIS%20P3245-V", "P3245-V"},
    {"lighttpd", "iPolis_000918000001", "", "", "iPolis_000918000001", "XND-6080R", "XND-6080R"},
    {"LAB-Webs", "", "LAB Network Camera", "LAB Rtsp Server/1.0", "LAB", "LAB", "LAB-CAM"},
};
#define KIND(address) (KINDS[(address) % (sizeof KINDS / sizeof *KINDS)])

static const char MATCH[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope "
    "xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
    "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
    "xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\" "
    "xmlns:n=\"http://www.onvif.org/ver10/network/wsdl\"><s:Header><a:RelatesTo>%.*s</a:RelatesTo>"
    "<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</a:Action></s:Header>"
    "<s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference>"
    "<a:Address>urn:uuid:00000000-0000-1000-8000-0000%08x</a:Address></a:EndpointReference>"
    "<d:Types>n:NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/type/video_encoder "
    "onvif://www.onvif.org/Profile/Streaming onvif://www.onvif.org/name/%s "
    "onvif://www.onvif.org/hardware/%s</d:Scopes>"
    "<d:XAddrs>http://%s/onvif/device_service</d:XAddrs>"
    "<d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>";

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void watch(int poll, int fd, char what) {
  if (fd >= MOST) {
    close(fd);
    return;
  }
  kind[fd] = what;
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  if (epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event)) die("epoll_ctl");
}

static int bound(int type, int port) {
  int fd = socket(AF_INET, type | SOCK_NONBLOCK, 0), yes = 1, big = 8 << 20;
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
  if (fd < 0) die("socket");
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &big, sizeof big);
  setsockopt(fd, IPPROTO_IP, IP_PKTINFO, &yes, sizeof yes);
  if (bind(fd, (struct sockaddr *)&at, sizeof at)) die("bind");
  if (type == SOCK_STREAM && listen(fd, 4096)) die("listen");
  return fd;
}

static void discover(int fd) {
  char request[REQUEST], answer[2 * REQUEST], control[256], host[INET_ADDRSTRLEN];
  for (;;) {
    struct sockaddr_in from;
    struct iovec io = {request, sizeof request - 1};
    struct msghdr message = {&from, sizeof from, &io, 1, control, sizeof control, 0};
    ssize_t n = recvmsg(fd, &message, 0);
    if (n < 0) return;
    request[n] = 0;
    struct in_pktinfo *info = NULL;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c))
      if (c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_PKTINFO)
        info = (struct in_pktinfo *)CMSG_DATA(c);
    char *id = strstr(request, "MessageID");
    id = id ? strchr(id, '>') : NULL;
    char *end = id ? strchr(id, '<') : NULL;
    if (!info || !end) continue;
    unsigned own = ntohl(info->ipi_addr.s_addr);
    inet_ntop(AF_INET, &info->ipi_addr, host, sizeof host);
    int size = snprintf(answer, sizeof answer, MATCH, (int)(end - id - 1), id + 1, own, KIND(own).name,
                        KIND(own).hardware, host);
    io = (struct iovec){answer, size};
    message.msg_flags = 0;
    info->ipi_ifindex = 0;
    info->ipi_spec_dst = info->ipi_addr;
    sendmsg(fd, &message, 0);
  }
}

/* The device's own address, in the machine's order. */
static unsigned own_address(int fd) {
  struct sockaddr_in own;
  socklen_t length = sizeof own;
  return getsockname(fd, (struct sockaddr *)&own, &length) ? 0 : ntohl(own.sin_addr.s_addr);
}

static int say_rtsp(char *answer, size_t room, const char *request, unsigned own) {
  char *seq = strstr(request, "CSeq: "), server[64] = "";
  int number = seq ? atoi(seq + 6) : 1;
  if (*KIND(own).rtsp_server) snprintf(server, sizeof server, "Server: %s\r\n", KIND(own).rtsp_server);
  if (!strncmp(request, "DESCRIBE", 8))
    return snprintf(answer, room,
                    "RTSP/1.0 401 Unauthorized\r\nCSeq: %d\r\n%sWWW-Authenticate: Digest realm=\"%s\", "
                    "nonce=\"0a1b2c3d%08x\"\r\n\r\n",
                    number, server, KIND(own).rtsp_realm, own);
  return snprintf(answer, room,
                  "RTSP/1.0 200 OK\r\nCSeq: %d\r\n%sPublic: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n",
                  number, server);
}

static int say_http(char *answer, size_t room, const char *request, unsigned own) {
  char challenge[128] = "", page[256];
  const char *status = strncmp(request, "GET / ", 6) ? "404 Not Found" : "200 OK";
  if (*status == '2' && *KIND(own).realm) {
    status = "401 Unauthorized";
    snprintf(challenge, sizeof challenge, "WWW-Authenticate: Digest realm=\"%s\", nonce=\"%08x\"\r\n",
             KIND(own).realm, own);
  }
  int size = *status == '2' ? snprintf(page, sizeof page,
                                       "<!DOCTYPE html><html><head><title>%s</title></head><body></body></html>",
                                       KIND(own).title)
                            : 0;
  return snprintf(answer, room,
                  "HTTP/1.1 %s\r\nServer: %s\r\n%sContent-Type: text/html\r\nContent-Length: %d\r\n"
                  "Connection: close\r\n\r\n%.*s",
                  status, KIND(own).server, challenge, size, size, page);
}

static void talk(int fd, char what) {
  char request[REQUEST], answer[REQUEST];
  ssize_t n = recv(fd, request, sizeof request - 1, 0);
  if (n < 0 && errno == EAGAIN) return;
  if (n > 0) {
    request[n] = 0;
    int size = (what == TALK_RTSP ? say_rtsp : say_http)(answer, sizeof answer, request, own_address(fd));
    send(fd, answer, size, MSG_NOSIGNAL);
    if (what == TALK_RTSP) return;
  }
  close(fd);
}

int main(void) {
  int poll = epoll_create1(0);
  if (poll < 0) die("epoll_create1");
  watch(poll, bound(SOCK_STREAM, 80), LISTEN_HTTP);
  watch(poll, bound(SOCK_STREAM, 554), LISTEN_RTSP);
  watch(poll, bound(SOCK_DGRAM, 3702), DISCOVERY);
  for (;;) {
    struct epoll_event events[256];
    int n = epoll_wait(poll, events, 256, -1);
    for (int i = 0; i < n; i++) {
      int fd = events[i].data.fd;
      switch (kind[fd]) {
        case DISCOVERY:
          discover(fd);
          break;
        case LISTEN_HTTP:
        case LISTEN_RTSP:
          for (int c; (c = accept4(fd, NULL, NULL, SOCK_NONBLOCK)) >= 0;)
            watch(poll, c, kind[fd] == LISTEN_HTTP ? TALK_HTTP : TALK_RTSP);
          break;
        default:
          talk(fd, kind[fd]);
      }
    }
  }
}
