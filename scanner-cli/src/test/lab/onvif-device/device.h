/*
 * The part of ONVIF's device and media services that an interview asks, for gSOAP's soapcpp2.
 * Written from the operations' names and elements in the ONVIF Core and Media specifications.
 */
#import "wsse.h"

//gsoap tds service name: device
//gsoap tds schema namespace: http://www.onvif.org/ver10/device/wsdl
//gsoap tds schema form: qualified
//gsoap trt schema namespace: http://www.onvif.org/ver10/media/wsdl
//gsoap trt schema form: qualified
//gsoap tt schema namespace: http://www.onvif.org/ver10/schema
//gsoap tt schema elementForm: qualified
//gsoap tt schema attributeForm: unqualified

typedef char *xsd__string;

struct tt__Time { int Hour; int Minute; int Second; };
struct tt__Date { int Year; int Month; int Day; };
struct tt__DateTime { struct tt__Time Time; struct tt__Date Date; };
struct tt__SystemDateTime {
  xsd__string DateTimeType;
  enum xsd__boolean { xsd__boolean__false_, xsd__boolean__true_ } DaylightSavings;
  struct tt__DateTime UTCDateTime;
};
int tds__GetSystemDateAndTime(
    struct tds__GetSystemDateAndTimeResponse { struct tt__SystemDateTime SystemDateAndTime; } *out);

int tds__GetDeviceInformation(
    struct tds__GetDeviceInformationResponse {
      xsd__string Manufacturer;
      xsd__string Model;
      xsd__string FirmwareVersion;
      xsd__string SerialNumber;
      xsd__string HardwareId;
    } *out);

struct tt__NetworkInterfaceInfo { xsd__string Name; xsd__string HwAddress; };
struct tt__NetworkInterface {
  @xsd__string token;
  enum xsd__boolean Enabled;
  struct tt__NetworkInterfaceInfo Info;
};
int tds__GetNetworkInterfaces(
    struct tds__GetNetworkInterfacesResponse { struct tt__NetworkInterface NetworkInterfaces; } *out);

struct tt__Scope { xsd__string ScopeDef; xsd__string ScopeItem; };
int tds__GetScopes(
    struct tds__GetScopesResponse { int __sizeScopes; struct tt__Scope *Scopes; } *out);

struct tt__MediaCapabilities { xsd__string XAddr; };
struct tt__Capabilities { struct tt__MediaCapabilities Media; };
int tds__GetCapabilities(
    xsd__string Category,
    struct tds__GetCapabilitiesResponse { struct tt__Capabilities Capabilities; } *out);

//gsoap trt service name: device
struct tt__VideoResolution { int Width; int Height; };
struct tt__VideoSource { @xsd__string token; struct tt__VideoResolution Resolution; };
int trt__GetVideoSources(
    struct trt__GetVideoSourcesResponse {
      int __sizeVideoSources;
      struct tt__VideoSource *VideoSources;
    } *out);

struct tt__VideoSourceConfiguration {
  @xsd__string token;
  xsd__string Name;
  xsd__string SourceToken;
};
struct tt__Profile {
  @xsd__string token;
  xsd__string Name;
  struct tt__VideoSourceConfiguration VideoSourceConfiguration;
};
int trt__GetProfiles(
    struct trt__GetProfilesResponse { int __sizeProfiles; struct tt__Profile *Profiles; } *out);

int trt__GetAudioSources(
    struct trt__GetAudioSourcesResponse { xsd__string None 0; } *out);
