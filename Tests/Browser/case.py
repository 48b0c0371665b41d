"""What the tests of the page share: a browser, a desk, and the things a reviewer looks at."""
import unittest

from desk import Desk, Folder
from webdriver import Browser


class ReviewTest(unittest.TestCase):
    more = None
    arguments = ("--reviewer", "lan")

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def setUp(self):
        self.folder = Folder(self.more)
        self.desk = None
        self.start()

    def tearDown(self):
        self.browser.open("about:blank")
        self.browser.complaints()
        self.desk.kill()
        self.folder.remove()

    def start(self, *arguments):
        if self.desk:
            self.browser.open("about:blank")
            self.desk.kill()
        self.desk = Desk(self.folder.path, *(arguments or self.arguments))
        self.browser.open(self.desk.address)
        self.browser.wait("document.body.dataset.ready")

    # What the page shows

    def text(self, selector):
        return self.browser.run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)

    def open_flag(self, words):
        """Opens the flag of the queue whose evidence has these words."""
        row = f"[...document.querySelectorAll('[data-flag]')].find((row) => row.textContent.includes('{words}'))"
        self.browser.wait(row)
        self.browser.run(f"{row}.click()")
        self.browser.wait(f"document.querySelector('#question .words q')?.textContent.includes('{words}')")

    def open_article(self, record):
        self.browser.open(f"{self.desk.origin}/#article={record}")
        self.browser.wait(f"document.querySelector('#article .meta')?.textContent.startsWith('{record}')")

    def open_code(self, name):
        """Narrows the queue to the flags of this name."""
        row = f"[...document.querySelectorAll('.code button')].find((row) => row.textContent.includes('{name}'))"
        self.browser.wait(row)
        self.browser.run(f"{row}.click()")
        self.browser.wait(f"document.querySelector('#question h2')?.textContent.includes('{name}')")

    def saved(self, count):
        """Waits until the log has so many lines."""
        self.browser._until(lambda: len(self.folder.decisions()) >= count, f"{count} decisions")
        self.assertEqual(len(self.folder.decisions()), count)
        return self.folder.decisions()[-1]

    def answered(self, count):
        """Waits until the page says that so many are answered."""
        self.browser.wait(f"document.getElementById('progress').textContent.startsWith('{count} /')")
