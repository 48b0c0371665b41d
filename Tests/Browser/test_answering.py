"""A reviewer at the desk: each key and what it saves."""
import unittest

from case import ReviewTest


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
        self.assertEqual((merged["number"], merged["of"], merged["review"]["origin"]), (60, 61, "reviewer"))

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
        self.open_code("hai ngày")
        here = self.browser.get("[...document.querySelectorAll('#question .fields dd')].map((field) => field.textContent)[2]")
        self.browser.press("1")
        there = {"4/2/2021": "2021-02-14", "14/2/2021": "2021-02-04"}[here]
        self.assertEqual(self.saved(1)["after"], {"issuedOn": there})

    def test_a_day_of_publication_answers_for_the_dates_without_a_year(self):
        self.open_code("Không có ngày đăng")
        self.browser.press("c")
        self.browser.wait("document.activeElement.name === 'published'")
        self.browser.press("30/9/2024", "Enter")
        self.saved(3)
        decisions = self.folder.decisions()
        self.assertEqual([list(d["after"].values()) for d in decisions], [["2024-09-30"], ["2024-09-27"], ["2024-09-28"]])
        self.assertEqual({d.get("group") for d in decisions[1:]}, {decisions[0]["id"]})
        self.answered(3)
        self.browser.press("u")
        self.answered(0)

    def test_one_answer_for_all_alike_in_an_article(self):
        self.open_code("Thiếu năm")
        self.browser.press("Z")
        self.saved(2)
        self.assertEqual({d["verdict"] for d in self.folder.decisions()}, {"not-a-problem"})
        self.answered(2)

    def test_caps_lock_answers_one(self):
        self.open_code("Thiếu năm")
        self.browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Z', code: 'KeyZ', bubbles: true }))")
        self.answered(1)
        self.saved(1)

    def test_a_note_has_lines_and_is_saved_with_control_and_enter(self):
        self.open_flag("62/61 thẻ")
        self.browser.press("t")
        self.browser.wait("document.activeElement.tagName === 'TEXTAREA'")
        self.browser.press("a", "Enter", "b")
        self.browser.press_with_control("Enter")
        self.assertEqual(self.saved(1)["note"], "a\nb")

    def test_a_search_in_vain_says_so(self):
        self.browser.press("/", "zzzz", "Enter")
        self.browser.wait("document.getElementById('said').textContent.includes('Không tìm thấy')")

    def test_what_was_put_aside_is_listed(self):
        self.browser.press("s")
        self.saved(1)
        self.browser.wait("document.querySelector('.marks')?.textContent.includes('Tôi để sau')")
        self.browser.run("document.querySelector('.marks button').click()")
        self.browser.wait("document.querySelectorAll('[data-flag]').length === 1")

    def test_an_article_that_is_done_hands_over_to_the_next(self):
        self.browser.run("[...document.querySelectorAll('.tabs button')].at(-1).click()")
        self.browser.wait("document.querySelector('.waiting .open')")
        self.browser.run("[...document.querySelectorAll('.waiting button')].find((row) => row.textContent.includes('Nà Pán')).click()")
        self.browser.wait("document.querySelector('.waiting .back') && document.querySelector('#article .meta').textContent.startsWith('na-pan')")
        open_here = self.browser.get("document.querySelectorAll('[data-flag]').length")
        for number in range(open_here):
            self.browser.press("a")
            self.saved(number + 1)
            self.browser.wait(f"document.getElementById('progress').textContent.startsWith('{number + 1} /')")
        self.browser.wait("!document.querySelector('#article .meta').textContent.startsWith('na-pan')")

    def test_a_span_moves_by_words(self):
        self.open_flag("62/61 thẻ")
        self.browser.press("]")
        self.assertEqual(self.saved(1)["after"]["span"]["exact"], "62/61 thẻ mới")
        self.browser.wait("document.querySelector('.mention.current').textContent === '62/61 thẻ mới'")
        self.browser.press("{")
        self.assertEqual(self.saved(2)["after"]["span"]["exact"], "trao 62/61 thẻ mới")
        self.browser.wait("document.querySelector('.mention.current').textContent === 'trao 62/61 thẻ mới'")
        self.answered(0)
        question = self.browser.get("location.hash")
        self.browser.press("u")
        self.browser.wait("document.querySelector('.mention.current').textContent === '62/61 thẻ mới'")
        self.assertEqual(self.browser.get("location.hash"), question)

    def test_a_missed_mention_is_added_with_the_mouse(self):
        self.open_article("ben-da")
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
        self.open_article("ben-da")
        self.browser.press("m", "p")
        self.browser.wait("document.querySelector('dialog[open] input')")
        self.browser.press("thôn Bến Đá", "Enter")
        self.assertEqual(self.saved(1)["anchor"]["exact"], "thôn Bến Đá")

    def test_what_the_rules_cannot_read_is_asked_for(self):
        self.open_article("ben-da")
        self.browser.press("m", "d")
        self.browser.wait("document.querySelector('dialog[open] input')")
        self.browser.press("thôn Bến Đá", "Enter")
        self.browser.wait("document.querySelector('dialog[open] h2')?.textContent.includes('thôn Bến Đá')")
        self.assertEqual(self.folder.decisions(), [])
        self.browser.press("5/3/2021", "Enter")
        self.assertEqual(self.saved(1)["after"], {"value": "2021-03-05"})

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
        self.open_code("hai ngày")
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


if __name__ == "__main__":
    unittest.main()
