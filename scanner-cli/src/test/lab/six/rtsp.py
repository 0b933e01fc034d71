"""GStreamer's RTSP server over IPv6; every stream asks for a digest log-in: rtsp.py REALM."""
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer

Gst.init(None)
server = GstRtspServer.RTSPServer.new()
server.set_address("::")
server.set_service("554")
auth = GstRtspServer.RTSPAuth.new()
auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
auth.set_realm(sys.argv[1])
token = GstRtspServer.RTSPToken()
token.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, "user")
auth.add_digest("lab", "not-to-be-guessed", token)
server.set_auth(auth)
factory = GstRtspServer.RTSPMediaFactory.new()
factory.set_launch("( audiotestsrc ! rtpL16pay name=pay0 pt=96 )")
factory.add_role_from_structure(
    Gst.Structure.new_from_string(
        "user, media.factory.access=(boolean)true, media.factory.construct=(boolean)true"
    )
)
server.get_mount_points().add_factory("/", factory)
server.attach(None)
GLib.MainLoop().run()
