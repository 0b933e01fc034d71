// The `onvif` package's own mock device: recorded ONVIF replies and WS-Discovery.
// The caller sets HOSTNAME and PORT, and NODE_PATH to where the packages are.
const packages = process.env.NODE_PATH;
require(packages + '/coffeescript/register');
require(packages + '/onvif/test/serverMockup.coffee');
