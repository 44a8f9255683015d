#!/usr/bin/python3
"""A small window that offers FILE... to be dragged, as a file manager does. Prints READY once it is there, and how the
drag ended: DROPPED or FAILED with the reason."""
import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk

uris = [pathlib.Path(path).resolve().as_uri() for path in sys.argv[1:]]


def say(line):
    print(line, flush=True)


def hand_over(_box, _context, data, _info, _time):
    data.set_uris(uris)


def failed(_box, _context, reason):
    say(f"FAILED {reason.value_nick}")
    return False


def ended(*_):
    say("DROPPED")
    GLib.timeout_add(200, Gtk.main_quit)


window = Gtk.Window(type=Gtk.WindowType.POPUP)  # needs no window manager and stays on top
window.set_default_size(60, 60)
window.move(1210, 10)
box = Gtk.EventBox()
box.add(Gtk.Label(label="drag"))
window.add(box)
target = Gtk.TargetEntry.new("text/uri-list", 0, 0)
box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [target], Gdk.DragAction.COPY | Gdk.DragAction.MOVE)
box.connect("drag-data-get", hand_over)
box.connect("drag-failed", failed)
box.connect("drag-end", ended)
window.show_all()
GLib.timeout_add(150, lambda: say("READY"))
Gtk.main()
