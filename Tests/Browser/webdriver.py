"""A browser over WebDriver, spoken directly: Debian's chromium and chromium-driver, and Python's standard library."""
import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "Backspace": "\ue003"}
SHIFT, CONTROL = "\ue008", "\ue009"


def is_installed():
    return bool(shutil.which("chromedriver") and (shutil.which("chromium") or shutil.which("google-chrome")))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    def __init__(self, width=1280, height=860):
        self.port = free_port()
        self.driver = subprocess.Popen(["chromedriver", f"--port={self.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.session = None
        self._until(lambda: self._call("GET", "/status"), "chromedriver")
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self.session = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        self.resize(width, height)

    def _call(self, method, path, body=None):
        data = None if method in ("GET", "DELETE") else json.dumps(body or {}).encode()
        prefix = f"/session/{self.session}" if self.session else ""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{prefix}{path}", method=method, data=data, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    @staticmethod
    def _until(attempt, what, seconds=20):
        end = time.time() + seconds
        while True:
            try:
                value = attempt()
                if value:
                    return value
            except (OSError, RuntimeError):
                pass
            if time.time() > end:
                raise AssertionError(f"waited in vain: {what}")
            time.sleep(0.02)

    def open(self, address):
        self._call("POST", "/url", {"url": address})

    def run(self, script, *arguments):
        return self._call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def get(self, expression):
        return self.run(f"return {expression}")

    def wait(self, expression, seconds=20):
        return self._until(lambda: self.get(expression), expression, seconds)

    def press(self, *keys):
        """Types keys one after the other; `Enter` and the like by name, capitals with Shift."""
        actions = []
        for key in keys:
            for letter in [KEYS[key]] if key in KEYS else key:
                actions += self._held(SHIFT, letter) if letter.isupper() else self._stroke(letter)
        self._call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def press_with_control(self, key):
        self._call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": self._held(CONTROL, KEYS[key])}]})

    @staticmethod
    def _stroke(letter):
        return [{"type": "keyDown", "value": letter}, {"type": "keyUp", "value": letter}]

    def _held(self, holder, letter):
        return [{"type": "keyDown", "value": holder}, *self._stroke(letter), {"type": "keyUp", "value": holder}]

    def developer(self, command, **parameters):
        return self._call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def resize(self, width, height, is_phone=False):
        self.developer("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=is_phone)

    def use_dark(self, is_dark):
        value = "dark" if is_dark else "light"
        self.developer("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": value}])

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._call("GET", "/screenshot")))

    def complaints(self):
        """What the console says: broken rules of the page's own policy stand there."""
        return [entry["message"] for entry in self._call("POST", "/se/log", {"type": "browser"}) if entry["level"] in ("SEVERE", "WARNING")]

    def close(self):
        try:
            self._call("DELETE", "")
        except (OSError, RuntimeError):
            pass
        self.driver.terminate()
        self.driver.wait()
