/*
 * An ONVIF device service whose log-in is checked by gSOAP's own wsse plug-in: the digest, the
 * nonce's use, and the token's age against this process's clock. Prints each log-in that it sees.
 *
 * Usage: device ADDRESS PORT MODEL CHANNELS USER PASSWORD; with USER "-" nothing is checked here,
 * for a device whose web server in front of it asks for the log-in.
 */
#include "soapH.h"
#include "device.nsmap"
#include "wsseapi.h"
#include <time.h>

static char *address, *model, *user, *password;
static int channels;

static int login(struct soap *soap) {
  const char *name;
  struct _wsse__UsernameToken *token;
  int error;
  if (strcmp(user, "-") == 0) {
    return SOAP_OK;
  }
  if (soap->header == NULL || soap->header->wsse__Security == NULL) {
    return soap_sender_fault_subcode(soap, "\"http://www.onvif.org/ver10/error\":NotAuthorized",
        "Sender not Authorized", NULL);
  }
  token = soap_wsse_UsernameToken(soap, NULL);
  name = soap_wsse_get_Username(soap);
  error = name == NULL ? soap->error
      : strcmp(name, user) != 0 ? soap_wsse_fault(soap, wsse__FailedAuthentication, "no such user")
      : soap_wsse_verify_Password(soap, password);
  printf("login %s user=%s password=%s nonce=%s created=%s\n", error ? "refused" : "taken",
      name == NULL ? "-" : name,
      token == NULL || token->Password == NULL ? "-" : token->Password->__item,
      token == NULL || token->Nonce == NULL ? "-" : token->Nonce->__item,
      token == NULL || token->wsu__Created == NULL ? "-" : token->wsu__Created);
  fflush(stdout);
  soap_wsse_delete_Security(soap);
  return error;
}

static char *text(struct soap *soap, const char *form, int number) {
  char buffer[128];
  snprintf(buffer, sizeof buffer, form, number);
  return soap_strdup(soap, buffer);
}

int tds__GetSystemDateAndTime(struct soap *soap, struct tds__GetSystemDateAndTimeResponse *out) {
  time_t now = time(NULL);
  struct tm *utc = gmtime(&now);
  out->SystemDateAndTime.DateTimeType = "Manual";
  out->SystemDateAndTime.DaylightSavings = xsd__boolean__false_;
  out->SystemDateAndTime.UTCDateTime.Time.Hour = utc->tm_hour;
  out->SystemDateAndTime.UTCDateTime.Time.Minute = utc->tm_min;
  out->SystemDateAndTime.UTCDateTime.Time.Second = utc->tm_sec;
  out->SystemDateAndTime.UTCDateTime.Date.Year = utc->tm_year + 1900;
  out->SystemDateAndTime.UTCDateTime.Date.Month = utc->tm_mon + 1;
  out->SystemDateAndTime.UTCDateTime.Date.Day = utc->tm_mday;
  return SOAP_OK;
}

int tds__GetDeviceInformation(struct soap *soap, struct tds__GetDeviceInformationResponse *out) {
  if (login(soap)) {
    return soap->error;
  }
  out->Manufacturer = "Lab Optics";
  out->Model = model;
  out->FirmwareVersion = "V4.1.7";
  out->SerialNumber = "LABSERIAL0042";
  out->HardwareId = "1.0";
  return SOAP_OK;
}

int tds__GetNetworkInterfaces(struct soap *soap, struct tds__GetNetworkInterfacesResponse *out) {
  if (login(soap)) {
    return soap->error;
  }
  out->NetworkInterfaces.token = "eth0";
  out->NetworkInterfaces.Enabled = xsd__boolean__true_;
  out->NetworkInterfaces.Info.Name = "eth0";
  out->NetworkInterfaces.Info.HwAddress = "02:77:99:00:00:01";
  return SOAP_OK;
}

int tds__GetScopes(struct soap *soap, struct tds__GetScopesResponse *out) {
  if (login(soap)) {
    return soap->error;
  }
  out->__sizeScopes = 1;
  out->Scopes = soap_malloc(soap, sizeof *out->Scopes);
  out->Scopes[0].ScopeDef = "Fixed";
  out->Scopes[0].ScopeItem = "onvif://www.onvif.org/location/back%20office";
  return SOAP_OK;
}

int tds__GetCapabilities(
    struct soap *soap, char *category, struct tds__GetCapabilitiesResponse *out) {
  char buffer[128];
  if (soap->header != NULL && soap->header->wsse__Security != NULL && login(soap)) {
    return soap->error;
  }
  snprintf(buffer, sizeof buffer, "http://%s/onvif/media_service", address);
  out->Capabilities.Media.XAddr = soap_strdup(soap, buffer);
  return SOAP_OK;
}

int trt__GetVideoSources(struct soap *soap, struct trt__GetVideoSourcesResponse *out) {
  int i;
  if (login(soap)) {
    return soap->error;
  }
  out->__sizeVideoSources = channels;
  out->VideoSources = soap_malloc(soap, channels * sizeof *out->VideoSources);
  for (i = 0; i < channels; i++) {
    out->VideoSources[i].token = text(soap, "VideoSource_%d", i + 1);
    out->VideoSources[i].Resolution.Width = 2560;
    out->VideoSources[i].Resolution.Height = 1440;
  }
  return SOAP_OK;
}

int trt__GetProfiles(struct soap *soap, struct trt__GetProfilesResponse *out) {
  int i;
  if (login(soap)) {
    return soap->error;
  }
  out->__sizeProfiles = channels;
  out->Profiles = soap_malloc(soap, channels * sizeof *out->Profiles);
  for (i = 0; i < channels; i++) {
    out->Profiles[i].token = text(soap, "Profile_%d", i + 1);
    out->Profiles[i].Name = text(soap, "main %d", i + 1);
    out->Profiles[i].VideoSourceConfiguration.token = text(soap, "Config_%d", i + 1);
    out->Profiles[i].VideoSourceConfiguration.Name = text(soap, "Back door %d", i + 1);
    out->Profiles[i].VideoSourceConfiguration.SourceToken = text(soap, "VideoSource_%d", i + 1);
  }
  return SOAP_OK;
}

int trt__GetAudioSources(struct soap *soap, struct trt__GetAudioSourcesResponse *out) {
  return login(soap);
}

int main(int argc, char **argv) {
  struct soap *soap;
  if (argc != 7) {
    fprintf(stderr, "usage: device ADDRESS PORT MODEL CHANNELS USER PASSWORD\n");
    return 2;
  }
  address = argv[1];
  model = argv[3];
  channels = atoi(argv[4]);
  user = argv[5];
  password = argv[6];
  soap = soap_new1(SOAP_XML_STRICT * 0);
  soap_register_plugin(soap, soap_wsse);
  soap->bind_flags = SO_REUSEADDR;
  soap->recv_timeout = soap->send_timeout = 10;
  if (!soap_valid_socket(soap_bind(soap, "127.0.0.1", atoi(argv[2]), 100))) {
    soap_print_fault(soap, stderr);
    return 1;
  }
  for (;;) {
    if (soap_valid_socket(soap_accept(soap))) {
      soap_serve(soap);
    }
    soap_destroy(soap);
    soap_end(soap);
  }
}
