/*
 * A WS-Discovery target on gSOAP's own wsddapi plug-in, the stack inside many camera firmwares.
 * Answers a Probe, multicast or unicast, IPv4 or IPv6, and sends nothing unasked.
 *
 * Usage: target XADDR SCOPES UUID INTERFACE
 */
#include "soapH.h"
#include "wsdd.nsmap"
#include "wsddapi.h"
#include <net/if.h>
#include <string.h>

#define PORT 3702
#define TYPES \
  "\"http://www.onvif.org/ver10/network/wsdl\":NetworkVideoTransmitter " \
  "\"http://www.onvif.org/ver10/device/wsdl\":Device"

static const char *xaddr;
static const char *scopes;
static const char *endpoint;

void wsdd_event_Hello(struct soap *soap, unsigned int instance, const char *sequence,
    unsigned int number, const char *id, const char *relates, const char *from, const char *types,
    const char *in, const char *match, const char *xaddrs, unsigned int version) {}

void wsdd_event_Bye(struct soap *soap, unsigned int instance, const char *sequence,
    unsigned int number, const char *id, const char *relates, const char *from, const char *types,
    const char *in, const char *match, const char *xaddrs, unsigned int *version) {}

void wsdd_event_ProbeMatches(struct soap *soap, unsigned int instance, const char *sequence,
    unsigned int number, const char *id, const char *relates,
    struct wsdd__ProbeMatchesType *matches) {}

void wsdd_event_ResolveMatches(struct soap *soap, unsigned int instance, const char *sequence,
    unsigned int number, const char *id, const char *relates,
    struct wsdd__ResolveMatchType *match) {}

soap_wsdd_mode wsdd_event_Resolve(struct soap *soap, const char *id, const char *reply,
    const char *of, struct wsdd__ResolveMatchType *match) {
  return SOAP_WSDD_ADHOC;
}

/* Answers over the socket that was asked, after the plug-in's own random delay. */
soap_wsdd_mode wsdd_event_Probe(struct soap *soap, const char *id, const char *reply,
    const char *types, const char *in, const char *match,
    struct wsdd__ProbeMatchesType *matches) {
  if (types == NULL || *types == '\0' || strstr(types, "NetworkVideoTransmitter") != NULL
      || strstr(types, "Device") != NULL) {
    soap_wsdd_init_ProbeMatches(soap, matches);
    soap_wsdd_add_ProbeMatch(soap, matches, endpoint, TYPES, scopes, NULL, xaddr, 1);
    soap_wsdd_ProbeMatches(soap, NULL, soap_wsa_rand_uuid(soap), id,
        "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous", matches);
  }
  return SOAP_WSDD_ADHOC;
}

int SOAP_ENV__Fault(struct soap *soap, char *faultcode, char *faultstring, char *faultactor,
    struct SOAP_ENV__Detail *detail, struct SOAP_ENV__Code *code,
    struct SOAP_ENV__Reason *reason, char *node, char *role, struct SOAP_ENV__Detail *more) {
  return SOAP_OK;
}

static int join(SOAP_SOCKET socket, unsigned int interface) {
  struct ip_mreqn four;
  struct ipv6_mreq six;
  memset(&four, 0, sizeof four);
  memset(&six, 0, sizeof six);
  inet_pton(AF_INET, "239.255.255.250", &four.imr_multiaddr);
  four.imr_ifindex = (int)interface;
  inet_pton(AF_INET6, "ff02::c", &six.ipv6mr_multiaddr);
  six.ipv6mr_interface = interface;
  return setsockopt(socket, IPPROTO_IP, IP_ADD_MEMBERSHIP, &four, sizeof four)
      || setsockopt(socket, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, &six, sizeof six);
}

int main(int argc, char **argv) {
  struct soap *soap;
  if (argc != 5) {
    fprintf(stderr, "usage: target XADDR SCOPES UUID INTERFACE\n");
    return 2;
  }
  xaddr = argv[1];
  scopes = argv[2];
  endpoint = argv[3];
  soap = soap_new1(SOAP_IO_UDP);
  soap->bind_flags = SO_REUSEADDR;
  soap->bind_inet6 = 1; /* one socket for both families, as many firmwares have it */
  if (!soap_valid_socket(soap_bind(soap, NULL, PORT, 100))
      || join(soap->master, if_nametoindex(argv[4]))) {
    perror("target");
    return 1;
  }
  for (;;) {
    soap_wsdd_listen(soap, 1); /* a garbled message ends a round, not the device */
  }
}
