"""A real SPARQL server for tests: Oxigraph behind Python's own HTTP server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL 1.1 protocol endpoint in a few lines: POSTed forms, JSON results, graphs as Turtle."""

    store: ox.Store

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"))
        try:
            result = self.store.query(form["query"][0])
        except SyntaxError as error:
            self.send_error(400, str(error))
            return
        if isinstance(result, ox.QueryTriples):
            body, kind = result.serialize(format=ox.RdfFormat.TURTLE), "text/turtle"
        else:
            body = result.serialize(format=ox.QueryResultsFormat.JSON)
            kind = "application/sparql-results+json"
        if self.path == "/broken":
            body = b"<html>"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Keep the test's output quiet."""


@contextmanager
def serve(turtle: str) -> Iterator[str]:
    """The address of a server that holds a graph while the block runs."""
    Endpoint.store = ox.Store()
    Endpoint.store.bulk_load(turtle.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
