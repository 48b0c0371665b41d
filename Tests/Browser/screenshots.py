"""Pictures of the desk for the documentation.

usage: screenshots.py FOLDER
"""
import pathlib
import shutil
import subprocess
import sys

from desk import BUILD, ROOT, Desk, Folder
from webdriver import Browser

NEXT = "document.getElementById('progress').textContent.startsWith('{} /')"


def choose(browser, code):
    browser.run(f"[...document.querySelectorAll('.code button')].find((row) => row.textContent.includes('{code}')).click()")
    browser.wait(f"document.querySelector('#question h2')?.textContent.includes('{code}')")


def take(browser, path):
    browser.wait("!document.querySelector('#said.shown')")
    browser.screenshot(path)
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--speed", "1", "--output", path, "64", path], check=True)


def main():
    target = pathlib.Path(sys.argv[1])
    folder = Folder()
    subprocess.run([BUILD / "trich", "extract", "--quiet", ROOT / "corpus" / "articles", "--output", folder.path], check=False)
    desk, browser = Desk(folder.path, "--reviewer", "lan"), Browser(1280, 800)
    try:
        browser.open(desk.address)
        browser.wait("document.body.dataset.ready")
        choose(browser, "Thiếu năm")
        for answered in (1, 2, 3):
            browser.press("a")
            browser.wait(NEXT.format(answered))
        choose(browser, "hai ngày")
        take(browser, target / "desk-queue.png")
        choose(browser, "Tỷ lệ quá một")
        browser.press("c")
        browser.wait("document.querySelector('#question form')")
        browser.use_dark(True)
        take(browser, target / "desk-article.png")
        browser.use_dark(False)
        browser.press("Escape")
        browser.resize(390, 780, is_phone=True)
        browser.run("document.querySelector('.current')?.scrollIntoView({ block: 'center' })")
        take(browser, target / "desk-phone.png")
    finally:
        browser.close()
        desk.kill()
        folder.remove()


main()
