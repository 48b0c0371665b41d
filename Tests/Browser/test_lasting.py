"""What was saved is there after a kill, a rebuild, a second reviewer."""
import unittest

from case import ReviewTest


class Lasting(ReviewTest):
    def test_everything_is_there_after_a_kill(self):
        self.open_flag("62/61 thẻ")
        self.browser.press("c")
        self.browser.wait("document.activeElement.name === 'number'")
        flag = self.browser.get("location.hash")
        self.browser.press("60", "Enter")
        self.saved(1)
        self.browser.wait(f"location.hash !== '{flag}'")
        flag = self.browser.get("location.hash")
        self.browser.press("a")
        self.saved(2)
        self.browser.wait(f"location.hash !== '{flag}'")
        self.open_article("ben-da")
        self.browser.press("m", "p")
        self.browser.wait("document.querySelector('dialog[open] input')")
        self.browser.press("thôn Bến Đá", "Enter")
        self.saved(3)
        self.start()
        self.answered(2)
        self.browser.open(f"{self.desk.origin}/#article=ben-da")
        for words, state in [("62/61 thẻ", "s-corrected"), ("thôn Bến Đá", "s-added")]:
            self.browser.wait(f"[...document.querySelectorAll('.{state}')].some((m) => m.textContent.includes('{words}'))")
        self.browser.press("u")
        self.browser.wait("!document.querySelector('.s-added')")

    def test_an_answer_in_the_middle_of_a_kill_is_whole_or_not_there(self):
        total = 0
        for _ in range(3):
            self.browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))")
            shown = "lưu" in self.text("#said")
            self.start()
            now = len(self.folder.decisions())
            self.assertGreaterEqual(now, total + (1 if shown else 0))
            self.answered(now)
            total = now

    def test_an_index_run_beside_the_open_page(self):
        first = self.browser.get("location.hash")
        self.assertEqual(self.folder.trich_desk("index", self.folder.path, "--rebuild").returncode, 0)
        self.browser.press("a")
        self.saved(1)
        self.browser.wait(f"location.hash !== '{first}'")


class TwoReviewers(ReviewTest):
    def test_the_second_sees_the_first_answer(self):
        first = self.browser.get("location.hash")
        self.browser.press("a")
        self.saved(1)
        self.start("--reviewer", "minh")
        self.browser.open(f"{self.desk.origin}/{first}")
        self.browser.wait("document.querySelector('.answered')?.textContent.includes('lan')")
        self.browser.press("z")
        self.browser.wait("document.querySelector('dialog[open]')?.textContent.includes('lan')")
        self.assertEqual(len(self.folder.decisions()), 1)
        self.browser.run("[...document.querySelectorAll('dialog .actions button')].at(-1).click()")
        decision = self.saved(2)
        self.assertEqual((decision["by"], decision["verdict"]), ("minh", "not-a-problem"))
        agree = self.folder.trich_desk("agree", "lan", "minh", "--in", self.folder.path)
        self.assertIn("flags answered by both   1", agree.stdout)


class ReadOnly(ReviewTest):
    arguments = ("--reviewer", "khach", "--read-only")

    def start(self, *arguments):
        self.folder.trich_desk("index", self.folder.path)
        super().start(*arguments)

    def test_nothing_is_saved(self):
        self.browser.press("a", "x", "u")
        self.browser.wait("document.querySelector('#said.shown')")
        self.assertEqual(self.folder.decisions(), [])
        self.assertIn("Chỉ xem", self.text(".who"))


if __name__ == "__main__":
    unittest.main()
