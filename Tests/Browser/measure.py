"""How fast the desk is: the index run, the page with many flagged articles, an answer.

usage: measure.py [ARTICLES]     10,000 unless told
"""
import json
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

from desk import BUILD, Desk
from webdriver import Browser

import subprocess

SENTENCES = [
    "Sáng {d}/{m}, Thượng tá Lương Hữu Khoát, Trưởng phòng Hậu cần Công an tỉnh Lai Châu, dẫn đoàn về thôn số {n}.",
    "Đoàn tặng {n} suất quà cho các hộ nghèo, trao {n}/{k} thẻ mới và {k} bộ sách cho trường.",
    "Theo Kế hoạch số {n}/KH-BCA ngày {d}/{m}/2021 của Bộ Công an, việc này xong trong năm 2022.",
    "Bà con kể lại chuyện cũ, rằng con đường này ngày trước chỉ có người đi bộ, mùa mưa thì lầy lội, mùa nắng thì bụi mù.",
    "Trung tá Tạ Minh Quyết nói gần {k} hộ dân đã nhận nước sạch, đạt {k}% so với cùng kỳ.",
    "Ngày 31/11 đoàn sẽ trở lại để bàn giao {k} căn nhà cho {k} gia đình.",
]


def article(number):
    fill = {"d": number % 28 + 1, "m": number % 12 + 1, "n": number % 97 + 3, "k": number % 89 + 2}
    body = " ".join(sentence.format(**fill) for sentence in SENTENCES)
    text = f"Chuyện thôn số {number}\n\n{body}\n" + "\n".join(SENTENCES[3] + f" Chuyện thứ {line}." for line in range(12))
    return json.dumps({"id": f"{number // 1000}/{number}", "text": text, "published": f"2021-{fill['m']:02}-{fill['d']:02}"}, ensure_ascii=False)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    folder = pathlib.Path(tempfile.mkdtemp(prefix="trich-measure-"))
    try:
        lines = "\n".join(map(article, range(count))).encode()
        with open(folder / "records.ndjson", "wb") as file:
            subprocess.run([BUILD / "trich", "extract", "--input", "ndjson", "--include-text", "-"], input=lines, stdout=file, check=False)
        for words in (["index"], ["index"], ["index", "--rebuild"]):
            start = time.perf_counter()
            subprocess.run([BUILD / "trich-desk", *words, folder], check=True)
            print(f"  {' '.join(words)}: {time.perf_counter() - start:.2f} s in all")
        measure_page(folder)
    finally:
        shutil.rmtree(folder)


def measure_page(folder):
    desk, browser = Desk(folder, "--reviewer", "lan"), Browser()
    try:
        browser.open(desk.address)
        browser.wait("document.body.dataset.ready")
        ready = []
        for _ in range(15):
            browser.open(f"{desk.origin}/")
            browser.wait("document.body.dataset.ready")
            ready.append(int(browser.get("document.body.dataset.ready")))
        print("progress:", browser.get("document.getElementById('progress').textContent"))
        print(f"page ready, from the click to the queue shown: median {statistics.median(ready):.0f} ms, worst {max(ready)} ms")
        browser.run("""
          window.answers = [];
          const send = window.fetch;
          window.fetch = async (...request) => {
            const start = performance.now();
            const reply = await send(...request);
            if (String(request[0]).includes('/api/answer')) window.answers.push(performance.now() - start);
            return reply;
          };""")
        for number in range(60):
            browser.press("a")
            browser.wait(f"window.answers.length > {number}")
            time.sleep(0.05)
        answers = browser.get("window.answers")
        print(f"an answer, from the key to the next question: median {statistics.median(answers):.1f} ms, "
              f"95 of 100 under {sorted(answers)[int(len(answers) * 0.95)]:.1f} ms, worst {max(answers):.1f} ms")
    finally:
        browser.close()
        desk.kill()


main()
