// The rtsp-server package as a camera that describes its stream to everybody; notes what it is asked.
// Usage: rtsp.js ADDRESS   (NODE_PATH: where the packages are)
const rtsp = require(process.env.NODE_PATH + '/rtsp-server');

const sdp = ['v=0', 'o=- 1 1 IN IP4 0.0.0.0', 's=Lab open stream', 't=0 0', 'a=tool:LAB-RTSP 3',
  'm=video 0 RTP/AVP 96', 'a=rtpmap:96 H264/90000', 'm=audio 0 RTP/AVP 0', ''].join('\r\n');

rtsp
  .createServer((request, response) => {
    console.log(request.method, request.uri || request.url);
    response.setHeader('Server', 'LabRtsp/3.1');
    if (request.method === 'OPTIONS') {
      response.setHeader('Public', 'OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN');
      response.end();
    } else if (request.method === 'DESCRIBE') {
      response.setHeader('Content-Type', 'application/sdp');
      response.setHeader('Content-Length', Buffer.byteLength(sdp));
      response.end(sdp);
    } else {
      response.statusCode = 501;
      response.end();
    }
  })
  .listen(554, process.argv[2]);
