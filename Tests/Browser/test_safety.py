"""Who may talk to the desk, and how much."""
import http.client
import json
import socket
import unittest

from desk import Desk, Folder


class SafetyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Folder()
        cls.desk = Desk(cls.folder.path, "--reviewer", "lan")
        reply, _ = cls.ask("GET", f"/?token={cls.desk.token}", cookie=None)
        cls.set_cookie = reply.getheader("Set-Cookie")
        cls.cookie = cls.set_cookie.split(";")[0]

    @classmethod
    def tearDownClass(cls):
        cls.desk.kill()
        cls.folder.remove()

    @classmethod
    def ask(cls, method, path, body=None, cookie="session", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", cls.desk.port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if cookie:
            sent["Cookie"] = cls.cookie if cookie == "session" else cookie
        connection.request(method, path, body=body, headers=sent)
        reply = connection.getresponse()
        content = reply.read()
        connection.close()
        return reply, content

    def answer(self, **headers):
        wanted = {"Origin": self.desk.origin, "X_Trich": "1", "Content_Type": "application/json"}
        wanted.update(headers)
        body = json.dumps({"action": "bookmark", "article": "ben-da", "filter": {}})
        return self.ask("POST", "/api/answer", body=body, **{name: value for name, value in wanted.items() if value})[0].status

    def test_without_the_key_nothing(self):
        for path in ("/", "/main.js", "/api/queue", "/api/view?flag=first"):
            self.assertEqual(self.ask("GET", path, cookie=None)[0].status, 403, path)
        self.assertEqual(self.ask("GET", "/?token=" + "a" * 32, cookie=None)[0].status, 403)
        self.assertEqual(self.ask("GET", "/", cookie=self.cookie[:-1] + "~")[0].status, 403)
        self.assertEqual(self.ask("GET", "/")[0].status, 200)

    def test_the_cookie_is_strict(self):
        self.assertIn("SameSite=Strict", self.set_cookie)
        self.assertIn("HttpOnly", self.set_cookie)

    def test_another_name_is_refused(self):
        for host in ("evil.example", f"evil.example:{self.desk.port}", "127.0.0.1", "127.0.0.1:1"):
            self.assertEqual(self.ask("GET", "/", Host=host)[0].status, 400, host)

    def test_another_page_cannot_answer(self):
        self.assertEqual(self.answer(), 200)
        self.assertEqual(self.answer(Origin="http://evil.example"), 403)
        self.assertEqual(self.answer(Origin=None), 403)
        self.assertEqual(self.answer(Origin="null"), 403)
        self.assertEqual(self.answer(X_Trich=None), 403)
        self.assertEqual(self.answer(Content_Type="text/plain"), 415)

    def test_requests_are_bounded(self):
        big = json.dumps({"note": "x" * 70_000})
        reply, _ = self.ask("POST", "/api/answer", body=big, Origin=self.desk.origin, X_Trich="1", Content_Type="application/json")
        self.assertEqual(reply.status, 413)
        with socket.create_connection(("127.0.0.1", self.desk.port), timeout=20) as raw:
            raw.sendall(b"GET / HTTP/1.1\r\nHost: " + b"a" * 40_000)
            self.assertIn(b" 413 ", raw.recv(4096))

    def test_what_is_no_request_is_turned_away(self):
        for line in (b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"GET / HTTP/1.1\r\n folded\r\n\r\n",
                     b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.desk.port), timeout=20) as raw:
                raw.sendall(line)
                self.assertIn(b" 400 ", raw.recv(4096), line)

    def test_only_this_machine_can_connect(self):
        with open("/proc/net/tcp", encoding="ascii") as table:
            listening = [line.split()[1] for line in table if line.split()[3] == "0A"]
        ours = [place for place in listening if place.endswith(f":{self.desk.port:04X}")]
        self.assertEqual(ours, [f"0100007F:{self.desk.port:04X}"])

    def test_the_page_keeps_to_itself(self):
        reply, body = self.ask("GET", "/")
        policy = reply.getheader("Content-Security-Policy")
        for rule in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"):
            self.assertIn(rule, policy)
        self.assertNotIn("unsafe", policy)
        self.assertNotIn(b"http://", body.replace(b"http://www.w3.org", b""))
        self.assertEqual(reply.getheader("X-Content-Type-Options"), "nosniff")

    def test_files_of_the_machine_are_out_of_reach(self):
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/messages.tsv", "/page.mustache", "//etc/passwd"):
            self.assertEqual(self.ask("GET", path)[0].status, 404, path)

    def test_strange_answers_are_refused(self):
        for body in ("", "[", "[]", "{}", '{"action":"undo"}', '{"action":"accept","flag":"1"}', '{"action":"add","article":"ben-da"}'):
            reply, _ = self.ask("POST", "/api/answer", body=body, Origin=self.desk.origin, X_Trich="1", Content_Type="application/json")
            self.assertIn(reply.status, (400, 409, 422), body)


if __name__ == "__main__":
    unittest.main(verbosity=1)
