#!/usr/bin/env python3
"""Measures how fast pages in HTML become records, beside `wc -w` on the same pages, on one core.

usage: pages.py TRICH NEWS.ndjson [--megabytes N] [--rounds N]
Each article is put into a page of about 14 KB as papers make them: menus, scripts, styles, teasers, related links. The pages are files
of a folder, as a crawl leaves them. Figures are medians over the rounds of CPU time (user and system) of the child.
"""
import argparse
import html
import json
import os
import pathlib
import statistics
import tempfile

from bench import measure

MENU = "\n".join(f'<li class="item i{n}"><a href="/muc-{n}" title="Mục {n}">Chuyên mục số {n}</a></li>' for n in range(40))
TEASERS = "\n".join(
    f'<div class="story"><a href="/tin-{n}.html"><img src="/anh/{n}.jpg" alt=""></a>'
    f'<h3><a href="/tin-{n}.html">Tin khác số {n} trong ngày ở các địa phương trên cả nước</a></h3></div>'
    for n in range(10)
)
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title} - Báo Ví dụ</title>
<meta property="article:published_time" content="2024-09-27T11:41:00+07:00">
<script>var config = {{"id": {number}, "items": [1, 2, 3]}}; function f(a, b) {{ return a < b && b > 0; }}</script>
<style>.menu li {{ float: left; padding: 3px }} .story h3 {{ font-size: 14px; font-weight: bold }}</style></head>
<body><header><ul class="menu">{menu}</ul></header><div id="wrapper"><div class="breadcrumb"><a href="/">Trang chủ</a></div>
<h1 class="title">{title}</h1><div class="detail">{body}</div><div class="box-related">{teasers}</div></div>
<div class="sidebar">{teasers}{menu}</div><footer><p>Cơ quan chủ quản: Báo Ví dụ. Địa chỉ: số 1 phố Mẫu, Hà Nội.</p></footer></body></html>
"""


def write_pages(news, folder, megabytes):
    """Writes pages until they have so many megabytes; returns their size and that of their articles in bytes."""
    size = articles = 0
    with open(news, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            text = json.loads(line)["text"]
            title, *body = [html.escape(part, quote=False) for part in text.splitlines() if part.strip()]
            page = PAGE.format(
                title=title, number=number, menu=MENU, teasers=TEASERS, body="\n".join(f'<p class="Normal">{part}</p>' for part in body)
            ).encode()
            (folder / f"{number:05}.html").write_bytes(page)
            size += len(page)
            articles += len(text.encode())
            if size >= megabytes * 1e6:
                break
    return size, articles


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("trich")
    parser.add_argument("news")
    parser.add_argument("--megabytes", type=float, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / "pages"
        folder.mkdir()
        size, articles = write_pages(options.news, folder, options.megabytes)
        whole = pathlib.Path(work) / "all.html"
        whole.write_bytes(b"".join(page.read_bytes() for page in sorted(folder.iterdir())))
        runs = {
            "wc -w": (["wc", "-w"], str(whole), dict(os.environ, LC_ALL="C.UTF-8")),
            "trich, pages": ([options.trich, "extract", str(folder), "--jobs", "1"], None, None),
        }
        results = {name: [] for name in runs}
        for _ in range(options.rounds):
            for name, run in runs.items():
                results[name].append(measure(*run)[0])
    print(f"{size / 1e6:.1f} MB of pages around {articles / 1e6:.1f} MB of articles; median of CPU seconds")
    for name, rounds in results.items():
        cpu = statistics.median(rounds)
        print(f"{name:14} {cpu:8.3f} s CPU {size / 1e6 / cpu:8.1f} MB/s a core")


if __name__ == "__main__":
    main()
