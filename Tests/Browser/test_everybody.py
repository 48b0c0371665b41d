"""Hostile articles, and people who see or type otherwise."""
import unittest

from case import ReviewTest


class Hostile(ReviewTest):
    more = {
        "doc": (
            "<script>window.caught = 1</script>",
            "2021-03-06",
            "<img src=x onerror='window.caught = 2'> Ngày 31/11, \u202eđảo chữ\u202c &amp; <b>đậm</b> {{mustache}} </script><svg onload=alert(1)> &lt;i&gt;\n"
            "Có 62/61 \"><script>window.caught = 3</script> người.",
        ),
        "dai": ("Bài một dòng", "2021-03-06", "Ngày 31/11 " + "chữ dài không xuống dòng " * 40000),
    }

    def test_text_stays_text(self):
        self.open_flag("Ngày 31/11")
        self.open_article("doc")
        self.assertIn("</script><svg onload=alert(1)>", self.text("#article"))
        self.assertIn("\u202eđảo chữ\u202c & <b>đậm</b> {{mustache}} </script><svg onload=alert(1)> <i>", self.text("#article"))
        self.assertIsNone(self.browser.get("window.caught ?? null"))
        self.assertEqual(self.browser.get("document.querySelectorAll('main script, main img, main svg, main b:not([class])').length"), 0)
        self.assertEqual(self.browser.complaints(), [])

    def test_a_line_of_a_megabyte(self):
        self.open_article("dai")
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

    def test_every_mention_is_reached_by_keys(self):
        self.open_article("ben-da")
        reached = []
        for _ in range(self.browser.get("new Set([...document.querySelectorAll('.mention')].map((m) => m.dataset.mention)).size")):
            before = self.browser.get("location.hash")
            self.browser.press(".")
            self.browser.wait(f"location.hash !== '{before}'")
            reached.append(self.browser.get("document.querySelector('.mention.current').dataset.mention"))
        self.assertEqual(len(set(reached)), len(reached))
        self.browser.press(",")
        self.browser.wait(f"document.querySelector('.mention.current').dataset.mention === '{reached[-2]}'")

    def test_a_screen_reader_hears_the_question(self):
        self.open_flag("62/61 thẻ")
        self.assertEqual(self.browser.get("document.activeElement.id"), "question")
        self.assertIn("62/61 thẻ", self.browser.get("document.activeElement.getAttribute('aria-label')"))

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
    unittest.main()
