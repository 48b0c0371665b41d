"""Pictures of the desk for the documentation.

usage: screenshots.py FOLDER
"""
import subprocess
import sys
import tempfile

from desk import BUILD, ROOT, Desk
from webdriver import Browser


def main():
    target = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([BUILD / "trich", "extract", "--quiet", ROOT / "corpus" / "articles", "--output", folder], check=False)
        desk, browser = Desk(folder, "--reviewer", "lan"), Browser(1280, 800)
        try:
            browser.open(desk.address)
            browser.wait("document.body.dataset.ready")
            for answered in (1, 2, 3):
                browser.press("a")
                browser.wait(f"document.getElementById('progress').textContent.startsWith('{answered} /')")
            browser.wait("!document.querySelector('#said.shown')")
            browser.screenshot(f"{target}/desk-queue.png")
            browser.press("c")
            browser.wait("document.querySelector('#question form')")
            browser.use_dark(True)
            browser.screenshot(f"{target}/desk-article.png")
            browser.use_dark(False)
            browser.press("Escape")
            browser.resize(390, 780, is_phone=True)
            browser.run("document.querySelector('.current')?.scrollIntoView({ block: 'center' })")
            browser.screenshot(f"{target}/desk-phone.png")
        finally:
            browser.close()
            desk.kill()


main()
