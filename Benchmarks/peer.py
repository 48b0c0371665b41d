#!/usr/bin/env python3
"""One Vietnamese tool of Python over the beginning of a stream: peer.py NAME NEWS.ndjson MEGABYTES"""
import json
import sys


def texts(path, limit):
    size = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            size += len(text.encode())
            yield text
            if size >= limit:
                return


def tool(name):
    if name == "underthesea-words":
        from underthesea import word_tokenize
        return word_tokenize
    if name == "underthesea-names":
        from underthesea import ner
        return ner
    if name == "pyvi-words":
        from pyvi import ViTokenizer
        return ViTokenizer.tokenize
    from pyvi import ViPosTagger, ViTokenizer
    return lambda text: ViPosTagger.postagging(ViTokenizer.tokenize(text))


read = tool(sys.argv[1])
for text in texts(sys.argv[2], float(sys.argv[3]) * 1e6):
    read(text)
