"""A reviewer at the desk, in a real browser."""
import unittest

from desk import Desk, Folder
from webdriver import Browser

FLAG = "document.querySelector('#question h2')?.textContent"


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

    def saved(self, count):
        """Waits until the log has so many lines."""
        self.browser._until(lambda: len(self.folder.decisions()) >= count, f"{count} decisions")
        self.assertEqual(len(self.folder.decisions()), count)
        return self.folder.decisions()[-1]

    def answered(self, count):
        """Waits until the page says that so many are answered."""
        self.browser.wait(f"document.getElementById('progress').textContent.startsWith('{count} /')")


class Answering(ReviewTest):
    def test_the_queue_is_there(self):
        self.assertIn("Ngày không có thật", self.text("#queue"))
        self.answered(0)
        self.assertGreater(self.browser.get("document.querySelectorAll('#article .mention').length"), 5)
        self.assertEqual(self.browser.complaints(), [])

    def test_accept_goes_on_and_undo_comes_back(self):
        first = self.browser.get("location.hash")
        self.browser.press("a")
        self.browser.wait(f"location.hash !== '{first}'")
        self.assertEqual(self.saved(1)["action"], "accept")
        second = self.browser.get("location.hash")
        self.browser.press("Enter")
        self.saved(2)
        self.browser.wait(f"location.hash !== '{second}'")
        self.browser.press("u")
        self.browser.wait(f"location.hash === '{second}'")
        self.browser.press("u")
        self.browser.wait(f"location.hash === '{first}'")
        self.answered(0)
        self.browser.press("U")
        self.saved(5)
        self.answered(1)

    def test_a_value_is_corrected(self):
        self.open_flag("62/61 thẻ")
        self.browser.press("c")
        self.browser.wait("document.activeElement.name === 'number'")
        self.browser.press("60", "Enter")
        decision = self.saved(1)
        self.assertEqual(decision["after"], {"number": 60})
        merged = [m for m in self.folder.exported()["ben-da"]["mentions"] if m["text"] == "62/61 thẻ"][0]
        self.assertEqual((merged["number"], merged["of"], merged["origin"]), (60, 61, "reviewer"))

    def test_a_bad_value_is_refused_in_words(self):
        self.open_flag("62/61 thẻ")
        self.browser.press("c")
        self.browser.wait("document.activeElement.name === 'number'")
        self.browser.press("sáu", "Enter")
        self.browser.wait("document.querySelector('.problem').textContent.includes('Số')")
        self.assertEqual(self.folder.decisions(), [])
        self.browser.press("Escape")
        self.browser.wait("!document.querySelector('#question form')")

    def test_an_alternative_is_taken_by_its_number(self):
        self.open_flag("Ngày 27/9")
        line = self.text("#question .alternatives .line") or None
        if line:
            self.browser.press("1")
            self.assertEqual(self.saved(1)["after"]["value"], line)

    def test_a_span_moves_by_words(self):
        self.open_flag("62/61 thẻ")
        self.browser.press("]")
        self.assertEqual(self.saved(1)["after"]["span"]["exact"], "62/61 thẻ mới")
        self.browser.wait("document.querySelector('.mention.current').textContent === '62/61 thẻ mới'")
        self.browser.press("{")
        self.assertEqual(self.saved(2)["after"]["span"]["exact"], "trao 62/61 thẻ mới")
        self.browser.wait("document.querySelector('.mention.current').textContent === 'trao 62/61 thẻ mới'")
        self.answered(0)
        self.browser.press("u")
        self.browser.wait("document.querySelector('.mention.current').textContent === '62/61 thẻ mới'")

    def test_a_missed_mention_is_added_with_the_mouse(self):
        self.browser.run("""
          const paragraph = [...document.querySelectorAll('#article p[data-paragraph]')].find((p) => p.textContent.includes('Bến Đá.'));
          const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          let node; while ((node = walk.nextNode())) if (node.data.includes('thôn Bến Đá')) break;
          const at = node.data.indexOf('thôn Bến Đá');
          getSelection().setBaseAndExtent(node, at, node, at + 'thôn Bến Đá'.length);""")
        self.browser.press("m", "p")
        decision = self.saved(1)
        self.assertEqual((decision["action"], decision["anchor"]["exact"], decision["anchor"]["kind"]), ("add", "thôn Bến Đá", "position"))
        self.browser.wait("document.querySelector('.s-added')?.textContent === 'thôn Bến Đá'")

    def test_a_missed_mention_is_added_with_the_keyboard_alone(self):
        self.browser.press("m", "p")
        self.browser.wait("document.querySelector('dialog[open] input')")
        self.browser.press("thôn Bến Đá", "Enter")
        self.assertEqual(self.saved(1)["anchor"]["exact"], "thôn Bến Đá")

    def test_rejections_are_two(self):
        self.open_flag("62/61 thẻ")
        flag = self.browser.get("location.hash")
        self.browser.press("x")
        self.assertEqual(self.saved(1)["verdict"], "not-a-mention")
        self.browser.wait(f"location.hash !== '{flag}'")
        self.browser.press("z")
        self.assertEqual(self.saved(2)["verdict"], "not-a-problem")

    def test_skip_note_and_bookmark_answer_nothing(self):
        self.browser.press("s")
        self.assertEqual(self.saved(1)["action"], "skip")
        self.browser.press("t")
        self.browser.wait("document.querySelector('dialog[open] textarea')")
        self.browser.press("hỏi lại", "Tab", "Enter")
        self.assertEqual(self.saved(2)["note"], "hỏi lại")
        self.browser.press("b")
        self.assertEqual(self.saved(3)["action"], "bookmark")
        self.answered(0)

    def test_the_other_article_is_one_key_away(self):
        self.browser.run("[...document.querySelectorAll('.code button')].find((b) => b.textContent.includes('hai ngày')).click()")
        self.browser.wait(f"{FLAG}.includes('hai ngày')")
        here = self.browser.get("document.querySelector('#article .meta').textContent")
        self.browser.press("o")
        self.browser.wait(f"document.querySelector('#article .meta').textContent !== '{here}'")
        self.browser.press("Escape")
        self.browser.wait(f"document.querySelector('#article .meta').textContent === '{here}'")

    def test_search_forgives_tones(self):
        self.browser.press("/", "na pan", "Enter")
        self.browser.wait("document.querySelector('.waiting')?.textContent.includes('Nà Pán')")

    def test_the_queue_narrows_to_errors_and_to_an_article(self):
        self.browser.press("g", "e")
        self.browser.wait("document.querySelector('.codes .head.error [aria-current]')")
        self.browser.run("[...document.querySelectorAll('.tabs button')].at(-1).click()")
        self.browser.wait("document.querySelector('.waiting .open')")
        self.browser.run("document.querySelector('.waiting button').click()")
        self.browser.wait("document.querySelector('.waiting .back')")

    def test_english_is_a_switch(self):
        self.browser.run("document.getElementById('language').click()")
        self.assertIn("Impossible date", self.text("#queue"))
        self.browser.run("document.getElementById('language').click()")
        self.assertIn("Ngày không có thật", self.text("#queue"))

    def test_keys_are_listed(self):
        self.browser.press("?")
        self.browser.wait("document.querySelector('dialog[open] .keys')")
        self.browser.press("Escape")
        self.browser.wait("!document.querySelector('dialog[open]')")


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
        self.browser.open(f"{self.desk.origin}/#article=ben-da")
        self.browser.wait("document.querySelector('#article .meta')?.textContent.startsWith('ben-da')")
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


class Hostile(ReviewTest):
    more = {
        "doc": (
            "<script>window.caught = 1</script>",
            "2021-03-06",
            "<img src=x onerror='window.caught = 2'> Ngày 31/11, \u202eđảo chữ\u202c &amp; <b>đậm</b> {{mustache}} </script><svg onload=alert(1)>\n"
            "Có 62/61 \"><script>window.caught = 3</script> người.",
        ),
        "dai": ("Bài một dòng", "2021-03-06", "Ngày 31/11 " + "chữ dài không xuống dòng " * 40000),
    }

    def test_text_stays_text(self):
        self.open_flag("Ngày 31/11")
        self.browser.open(f"{self.desk.origin}/#article=doc")
        self.browser.wait("document.querySelector('#article .meta')?.textContent.startsWith('doc')")
        self.assertIn("</script><svg onload=alert(1)>", self.text("#article"))
        self.assertIn("\u202eđảo chữ\u202c &amp; <b>đậm</b> {{mustache}}", self.text("#article"))
        self.assertIsNone(self.browser.get("window.caught ?? null"))
        self.assertEqual(self.browser.get("document.querySelectorAll('main script, main img, main svg, main b:not([class])').length"), 0)
        self.assertEqual(self.browser.complaints(), [])

    def test_a_line_of_a_megabyte(self):
        self.browser.open(f"{self.desk.origin}/#article=dai")
        self.browser.wait("document.querySelector('#article .meta')?.textContent.startsWith('dai')")
        self.assertGreater(self.browser.get("document.querySelector('#article').textContent.length"), 900_000)
        self.assertLessEqual(self.browser.get("document.documentElement.scrollWidth"), 1280)
        before = len(self.folder.decisions())
        self.browser.press("j", "a")
        self.saved(before + 1)


class ForEverybody(ReviewTest):
    def test_every_control_has_a_name(self):
        for keys in ([], ["c"], ["Escape", "?"]):
            self.browser.press(*keys)
            nodes = self.browser.developer("Accessibility.getFullAXTree")["nodes"]
            controls = [n for n in nodes if n.get("role", {}).get("value") in ("button", "textbox", "searchbox", "combobox", "dialog")]
            self.assertTrue(controls)
            for node in controls:
                if not node.get("ignored"):
                    self.assertTrue(node.get("name", {}).get("value"), node)

    def test_the_keyboard_reaches_everything(self):
        reached = set()
        for _ in range(120):
            self.browser.press("Tab")
            reached.add(self.browser.get("document.activeElement.closest('header, nav, article, section')?.id || document.activeElement.closest('header')?.className || ''"))
        self.assertLessEqual({"top", "queue", "question"}, reached)

    def test_no_side_scrolling_at_any_width(self):
        for width in (1280, 820, 390):
            self.browser.resize(width, 844, is_phone=width == 390)
            self.assertLessEqual(self.browser.get("document.documentElement.scrollWidth"), width)
        self.browser.resize(1280, 860)

    def test_contrast_in_light_and_dark(self):
        script = """
          const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
          const light = (c) => { const [r, g, b] = rgb(c).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const back = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) return c; } return 'rgb(255,255,255)'; };
          const bad = [];
          for (const e of document.querySelectorAll('button, small, .meta, .mention, .why p, dt, dd, .rule, h2, h3, .severity')) {
            if (!e.checkVisibility()) continue;
            const [a, b] = [light(getComputedStyle(e).color), light(back(e))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) bad.push(`${e.className || e.tagName} ${ratio.toFixed(2)}`);
          }
          return bad;"""
        for is_dark in (False, True):
            self.browser.use_dark(is_dark)
            self.assertEqual(self.browser.run(script), [], "dark" if is_dark else "light")
        self.browser.use_dark(False)


if __name__ == "__main__":
    unittest.main(verbosity=1)
