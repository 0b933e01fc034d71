/*
 * A site of cameras for measuring: answers for every address that its namespace calls local, in one
 * process without threads, so that the site is not what is measured. Each living address is a camera:
 * HTTP on 80, RTSP on 554, WS-Discovery on UDP 3702. Which addresses live is the firewall's business.
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

static const char PAGE[] =
    "<!DOCTYPE html><html><head><title>LAB Network Camera</title></head><body></body></html>";
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
    "onvif://www.onvif.org/Profile/Streaming onvif://www.onvif.org/name/LAB "
    "onvif://www.onvif.org/hardware/LAB-CAM-%u</d:Scopes>"
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
    int size = snprintf(answer, sizeof answer, MATCH, (int)(end - id - 1), id + 1, own, own % 7, host);
    io = (struct iovec){answer, size};
    message.msg_flags = 0;
    info->ipi_ifindex = 0;
    info->ipi_spec_dst = info->ipi_addr;
    sendmsg(fd, &message, 0);
  }
}

static void talk(int fd, char what) {
  char request[REQUEST], answer[REQUEST];
  ssize_t n = recv(fd, request, sizeof request - 1, 0);
  if (n < 0 && errno == EAGAIN) return;
  if (n > 0) {
    request[n] = 0;
    int size;
    if (what == TALK_RTSP) {
      char *seq = strstr(request, "CSeq: ");
      size = snprintf(answer, sizeof answer,
                      "RTSP/1.0 200 OK\r\nCSeq: %d\r\nServer: LAB Rtsp Server/1.0\r\nPublic: OPTIONS, "
                      "DESCRIBE\r\n\r\n", seq ? atoi(seq + 6) : 1);
    } else {
      int root = !strncmp(request, "GET / ", 6);
      size = snprintf(answer, sizeof answer,
                      "HTTP/1.1 %s\r\nServer: LAB-Webs\r\nContent-Type: text/html\r\nContent-Length: "
                      "%zu\r\nConnection: close\r\n\r\n%s",
                      root ? "200 OK" : "404 Not Found", root ? sizeof PAGE - 1 : 0, root ? PAGE : "");
    }
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
