"""Measures kinema-server on one engine: server.py DIRECTORY-OF-PROGRAMS ENGINE."""
import http.client
import json
import os
import re
import selectors
import socket
import subprocess
import sys
import tempfile
import time
import uuid

bin, engine = sys.argv[1:3]
SECONDS = os.environ.get("SECONDS_EACH", "5")
SOCKETS = int(os.environ.get("SOCKETS", "1000"))
CHANGES = int(os.environ.get("CHANGES", "100000"))
PASSWORD = "a paper boat at dawn"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def line(name, value, bar=""):
    print(f"  {name:<46} {value:<28} {bar}", flush=True)


class Service:
    """A process that answers on a port, and what one connection to it is told."""

    def __init__(self, arguments, port):
        self.port = port
        self.process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.05)
        self.connection = http.client.HTTPConnection("127.0.0.1", port)

    def ask(self, method, path, body=None, token=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        self.connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        reply = self.connection.getresponse()
        data = reply.read()
        assert reply.status < 300, (path, reply.status, data)
        return json.loads(data) if data else None

    def memory(self):
        pages = open(f"/proc/{self.process.pid}/statm").read().split()[1]
        return int(pages) * os.sysconf("SC_PAGESIZE") / 1e6

    def end(self):
        self.process.terminate()
        self.process.wait()


def wrk(port, path, token=None):
    """Returns the answers in a second, and the 99th percentile as wrk spells it."""
    command = ["wrk", "-t1", "-c32", f"-d{SECONDS}s", "--latency", f"http://127.0.0.1:{port}{path}"]
    if token:
        command += ["-H", "Authorization: Bearer " + token]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in text, text
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), re.search(r"99%\s+(\S+)", text)[1]


def patiently(service, *arguments):
    """Asks again where the service wants it asked less often."""
    while True:
        service.connection.request(arguments[0], arguments[1], json.dumps(arguments[2]),
                                   {"Content-Type": "application/json"})
        reply = service.connection.getresponse()
        data = reply.read()
        if reply.status != 429:
            assert reply.status < 300, (arguments, reply.status, data)
            return json.loads(data) if data else None
        time.sleep(int(reply.headers["Retry-After"]))


def enrol(service, mail, email="ada@example.org"):
    """Returns the access token of somebody new, and the space that is theirs."""
    patiently(service, "POST", "/v1/account", {"email": email, "password": PASSWORD, "name": "Ada"})
    letters = [open(f"{mail}/new/{name}").read() for name in os.listdir(mail + "/new")]
    letter = next(text for text in letters if f"<{email}>" in text)
    token = re.search(r"token=(\S+)", letter)[1]
    patiently(service, "POST", "/v1/account/verification", {"token": token, "password": PASSWORD})
    session = {"email": email, "password": PASSWORD, "device": "bench"}
    token = patiently(service, "POST", "/v1/sessions", session)["access_token"]
    return token, service.ask("GET", "/v1/account", token=token)["spaces"][0]["id"]


def push(service, space, token, first, count):
    records = [
        {"key": {"kind": "shot", "id": str(first + index)},
         "fields": {"name": {"value": f"Shot {first + index}", "stamp": "000000000001-0000-0000000000000001"}}}
        for index in range(count)
    ]
    return service.ask("POST", f"/v1/spaces/{space}/changes", {"records": records}, token)["sequence"]


def pull(service, space, token):
    """Returns how many changes came, in how many seconds."""
    begin, after, count = time.monotonic(), 0, 0
    while True:
        page = service.ask("GET", f"/v1/spaces/{space}/changes?after={after}&limit=500", token=token)
        count, after = count + len(page["records"]), page["sequence"]
        if not page["hasMore"]:
            return count, time.monotonic() - begin


def listen(service, space, token):
    connection = socket.create_connection(("127.0.0.1", service.port))
    connection.sendall(
        f"GET /v1/spaces/{space}/events HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        f"Authorization: Bearer {token}\r\n\r\n".encode()
    )
    heard = b""
    while b"cursor" not in heard:
        part = connection.recv(4096)
        assert part, heard
        heard += part
    return connection


def pokes(service, space, token, sockets):
    """Returns the milliseconds from the answer to a push until the last that listens has heard."""
    watch = selectors.DefaultSelector()
    for one in sockets:
        watch.register(one, selectors.EVENT_READ)
    push(service, space, token, 10**6 + int(time.time() * 1000), 1)
    begin, left, first = time.monotonic(), set(sockets), None
    while left:
        for key, _ in watch.select(10):
            key.fileobj.recv(4096)
            left.discard(key.fileobj)
            first = first or time.monotonic() - begin
    return first * 1000, (time.monotonic() - begin) * 1000


def main():
    with tempfile.TemporaryDirectory() as home:
        database = "sqlite"
        if engine == "postgres":
            schema = "bench_" + uuid.uuid4().hex
            subprocess.run(["psql", os.environ["KINEMA_POSTGRES"], "-qc", f"CREATE SCHEMA {schema}"], check=True)
            database = os.environ["KINEMA_POSTGRES"] + f" options='-csearch_path={schema}'"
        port = free_port()
        service = Service(
            [bin + "/kinema-server", "serve", "--data", home, "--listen", f"127.0.0.1:{port}", "--database", database,
             "--log", "error"], port)
        bare = free_port()
        peer = Service([bin + "/server-bench", str(bare)], bare)
        try:
            print(f"The account service on {engine}, wrk with 32 connections")
            measure(service, peer, home)
        finally:
            service.end()
            peer.end()


def measure(service, peer, home):
    mail = home + "/mail"
    token, space = enrol(service, mail)
    push(service, space, token, 0, 20)
    rate, p99 = wrk(peer.port, "/bare")
    line("a bare route of Hummingbird", f"{rate:.0f} a second", f"p99 {p99}")
    read, p99 = wrk(service.port, "/v1/account", token)
    line("an account is read", f"{read:.0f} a second", f"p99 {p99}; {read / rate:.2f} of the bare route (at least 0.50)")
    read, p99 = wrk(service.port, f"/v1/spaces/{space}/changes?after=10", token)
    line("ten changes are pulled", f"{read:.0f} a second", f"p99 {p99}; {read / rate:.2f} of the bare route")
    sockets = [listen(service, space, token) for _ in range(60)]
    line("a poke reaches 60 that listen", "%.1f ms, the last %.1f ms" % pokes(service, space, token, sockets),
         "after the push is answered; at most 100 ms")
    while len(sockets) < SOCKETS:
        other, theirs = enrol(service, mail, f"eve{len(sockets)}@example.org")
        sockets += [listen(service, theirs, other) for _ in range(min(60, SOCKETS - len(sockets)))]
    line(f"memory with {len(sockets)} WebSockets", f"{service.memory():.0f} MB", "at most 200 MB")
    for one in sockets:
        one.close()
    for first in range(100, CHANGES, 500):
        push(service, space, token, first, 500)
    count, seconds = pull(service, space, token)
    line(f"{count} changes are pulled", f"{seconds:.2f} s", "at most 3 s for 100000")


main()
