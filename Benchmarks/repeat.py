#!/usr/bin/env python3
"""The articles of a folder as lines of JSON, again and again: repeat.py FOLDER MEGABYTES > news.ndjson"""
import itertools
import json
import pathlib
import sys

folder, megabytes = sys.argv[1], float(sys.argv[2])
texts = [(p.stem, p.read_text(encoding="utf-8")) for p in sorted(pathlib.Path(folder).rglob("*.txt"))]
size = 0
for number, (name, text) in enumerate(itertools.cycle(texts)):
    if size >= megabytes * 1e6:
        break
    size += len(text.encode())
    print(json.dumps({"id": f"{name}-{number}", "text": text}, ensure_ascii=False))
