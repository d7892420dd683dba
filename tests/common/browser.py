"""A headless Chromium, driven through its debugging pipe: the standard library is enough.

with Browser() as browser:
    page = browser.open(file, width=1280, height=800)
    page.value("document.title")
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
PATIENCE = 300.0


class Browser:
    """One browser process; its profile is a folder that goes with it."""

    def __enter__(self) -> Browser:
        assert PROGRAM is not None
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_read, self._to = os.pipe()
        self._from, to_write = os.pipe()
        options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run")
        arguments = [PROGRAM, *options, f"--user-data-dir={self._folder.name}", "about:blank"]

        # The browser reads from 3 and writes to 4; no pipe of `subprocess` itself may lie there.
        held = [os.open(os.devnull, os.O_RDONLY)]
        while held[-1] <= 4:
            held.append(os.open(os.devnull, os.O_RDONLY))

        def plumb() -> None:
            first, second = (fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (to_read, to_write))
            os.dup2(first, 3)
            os.dup2(second, 4)

        self._process = subprocess.Popen(
            arguments, preexec_fn=plumb, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for end in (to_read, to_write, *held):
            os.close(end)
        self._waiting = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(Exception):
            self.send("Browser.close")
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._to)
        os.close(self._from)
        self._folder.cleanup()

    def send(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """Sends a command and returns its answer; what happens meanwhile is kept in `events`."""
        self._number += 1
        number = self._number
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        os.write(self._to, json.dumps(message).encode() + b"\0")
        return self._until(lambda got: got.get("id") == number)

    def wait_for(self, method: str) -> dict[str, Any]:
        """The next event of this name, or one that has come already."""
        for index, event in enumerate(self.events):
            if event["method"] == method:
                return self.events.pop(index)
        return self._until(lambda got: got.get("method") == method)

    def _until(self, is_wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while True:
            head, zero, rest = self._waiting.partition(b"\0")
            if not zero:
                ready, _, _ = select.select([self._from], [], [], max(0.0, end - time.monotonic()))
                if not ready:
                    raise TimeoutError("the browser does not answer")
                self._waiting += os.read(self._from, 1 << 20)
                continue
            self._waiting = rest
            got: dict[str, Any] = json.loads(head)
            if is_wanted(got):
                if "error" in got:
                    raise RuntimeError(str(got["error"]))
                return got.get("result", got)
            if "method" in got:
                self.events.append(got)

    def open(
        self,
        file: Path,
        *,
        width: int = 1280,
        height: int = 800,
        query: str = "",
        dark: bool = False,
        script: bool = True,
    ) -> Page:
        """The file in a new tab, when it has loaded."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session)
        for domain in ("Page", "Runtime", "Network", "Log"):
            page.send(f"{domain}.enable")
        page.send("Performance.enable", timeDomain="threadTicks")
        page.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        page.send("Emulation.setScriptExecutionDisabled", value=not script)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        page.send("Emulation.setEmulatedMedia", features=[scheme])
        self.events.clear()
        page.send("Page.navigate", url=f"{file.resolve().as_uri()}{query}")
        self.wait_for("Page.loadEventFired")
        if script:
            page.settle()
        return page


class Page:
    """A tab."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self.browser.send(method, self.session, **parameters)

    def value(self, script: str) -> Any:
        """What a script evaluates to."""
        got = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in got:
            raise AssertionError(got["exceptionDetails"])
        return got["result"].get("value")

    def settle(self) -> None:
        """Waits for two frames: what `content-visibility` leaves out of sight has its own height only once drawn."""
        self.value(
            "new Promise(done => { requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 1000) })"
        )

    def press(self, key: str) -> None:
        """A key, as a reader presses it."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, text=key if kind == "keyDown" else "")

    def click(self, script: str) -> None:
        """A click in the middle of the element that a script evaluates to, once it stands still.

        The page goes on scrolling for some frames after it has been sent to a place, more of them on a busy machine:
        only an element that lies under the same point in two turns is clicked, and a click that reached another one is
        an error.
        """
        place = f"""(() => {{
            const element = {script}, box = element.getBoundingClientRect();
            const x = box.x + box.width / 2, y = box.y + box.height / 2;
            return element.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
        }})()"""
        end = time.monotonic() + PATIENCE
        before, now = None, None
        while now is None or now != before:
            if time.monotonic() > end:
                raise TimeoutError(f"{script} does not come to rest under the pointer")
            self.value(f"{script}.scrollIntoView({{ block: 'center' }})")
            self.settle()
            before, now = now, self.value(place)
        self.value(f"""(() => {{
            const element = {script};
            window.struck = null;
            addEventListener("click", event => {{ window.struck = element.contains(event.target) }}, {{ capture: true, once: true }});
        }})()""")
        x, y = now
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        if self.value("window.struck") is False:
            raise AssertionError(f"the click missed {script}")

    def screenshot(self, file: Path) -> None:
        """What is to be seen, as a PNG."""
        file.write_bytes(base64.b64decode(self.send("Page.captureScreenshot")["data"]))

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True)["data"])

    def problems(self) -> list[str]:
        """Requests but that for the file itself, and messages of the console."""
        self.value("1")
        told = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            parameters = event["params"]
            if event["method"] == "Network.requestWillBeSent":
                url = parameters["request"]["url"]
                if not url.startswith("data:") and parameters.get("type") != "Document":
                    told.append(url)
            elif event["method"] in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"):
                told.append(json.dumps(parameters)[:400])
        return told
