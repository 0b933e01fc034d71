// bonjour-service: a second mDNS stack, on a whiteboard that is no camera.
// Usage: bonjour.js ADDRESS   (NODE_PATH: where the packages are)
const { Bonjour } = require(process.env.NODE_PATH + '/bonjour-service');

const bonjour = new Bonjour({ interface: process.argv[2], bind: '0.0.0.0' });
bonjour.publish({ name: 'Whiteboard', host: 'whiteboard.local', type: 'http', port: 8090, txt: { ty: 'Meeting board' } });
