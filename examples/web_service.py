"""A comparison service on the standard library alone: POST {"left": {"text": ...}, "right": {"text": ...}}.

Usage: python examples/web_service.py [PORT]
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import newsdiff
from newsdiff.plugins import default_plugins
from newsdiff.render import to_json

PLUGINS = default_plugins()  # at start: a broken plugin stops the service, not a request
LIMIT = 200_000  # characters an article


def answer(body: bytes) -> tuple[int, bytes]:
    """The HTTP status and body for a request's body."""
    try:
        sides = json.loads(body)
        left, right = (newsdiff.Article(**sides[side]) for side in ("left", "right"))
        if max(len(left.text), len(right.text)) > LIMIT:
            return 413, b"an article is too long"
        report = newsdiff.diff(left, right, plugins=PLUGINS)
    except (newsdiff.NewsdiffError, ValueError, KeyError, TypeError) as error:
        return 400, str(error).encode("utf-8", "replace")
    return 200, to_json(report).encode("utf-8")


class Handler(BaseHTTPRequestHandler):
    """One request, one report."""

    def do_POST(self) -> None:  # the name that http.server calls
        length = int(self.headers.get("Content-Length", 0))
        status, body = answer(self.rfile.read(min(length, 4 * LIMIT)))
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if status == 200 else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
