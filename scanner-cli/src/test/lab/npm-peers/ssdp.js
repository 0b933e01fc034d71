// node-ssdp as a camera that is known by UPnP alone; its description is served beside it.
// Usage: ssdp.js ADDRESS   (NODE_PATH: where the packages are)
const http = require('http');
const { Server } = require(process.env.NODE_PATH + '/node-ssdp');

const address = process.argv[2];
const description = `<?xml version="1.0"?>
<root xmlns="urn:schemas-upnp-org:device-1-0"><specVersion><major>1</major><minor>0</minor></specVersion>
<device><deviceType>urn:schemas-upnp-org:device:DigitalSecurityCamera:1</deviceType>
<friendlyName>Loading bay</friendlyName><manufacturer>Lab Optics</manufacturer>
<modelName>UP-3</modelName><serialNumber>LAB0003</serialNumber>
<UDN>uuid:5d1f2c3b-0003-4000-8000-000000000000</UDN></device></root>`;

http
  .createServer((request, response) => {
    console.log(request.method, request.url);
    response.writeHead(request.url === '/lab/description.xml' ? 200 : 404, {
      'Content-Type': 'text/xml',
    });
    response.end(request.url === '/lab/description.xml' ? description : '');
  })
  .listen(49152, address);

const server = new Server({
  location: `http://${address}:49152/lab/description.xml`,
  udn: 'uuid:5d1f2c3b-0003-4000-8000-000000000000',
  interfaces: ['eth0'],
});
server.addUSN('upnp:rootdevice');
server.addUSN('urn:schemas-upnp-org:device:DigitalSecurityCamera:1');
server.start();
