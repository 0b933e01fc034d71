"""A camera on GUPnP's own stack, known by SSDP over ff02::c alone: upnp.py ADDRESS FOLDER."""
import sys

import gi

gi.require_version("GSSDP", "1.6")
gi.require_version("GUPnP", "1.6")
from gi.repository import Gio, GLib, GSSDP, GUPnP

address = Gio.InetAddress.new_from_string(sys.argv[1])
context = GUPnP.Context.new_full("eth0", address, 49152, GSSDP.UDAVersion.VERSION_1_0)
device = GUPnP.RootDevice.new(context, "description.xml", sys.argv[2])
device.set_available(True)
GLib.MainLoop().run()
