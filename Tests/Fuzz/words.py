#!/usr/bin/env python3
"""Texts put together from torn sentences of our examples, thrown at `trich extract`: words dropped, swapped, repeated, marks and line
ends anywhere. libFuzzer tears letters; this tears sentences.

usage: words.py TRICH SECONDS [SEED]      the shortest text that ends the program is printed; exit status 1 then
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import time

MARKS = ["\n", "\n\n", " ", ". ", ", ", "; ", ": ", "-", "/", "(", ")", '"', "“", "”", "…", "–"]
BATCH = 3000


def sentences():
    root = pathlib.Path("corpus")
    found = []
    for path in sorted(root.glob("examples/*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and line[0] not in " #@":
                found.append(re.sub("[⟦⟧]", "", line).replace("\\n", "\n"))
    for path in sorted(root.glob("articles/*.txt")):
        found += [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return found


def torn(chance, source):
    words = re.split(r"(\s+)", " ".join(chance.sample(source, chance.randint(1, 12))))[: chance.randint(1, 800)]
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(words))
        what = chance.random()
        if what < 0.3 and len(words) > 8:
            del words[at : at + chance.randint(1, 6)]
        elif what < 0.5:
            words.insert(at, " " + chance.choice(source)[: chance.randint(3, 60)] + " ")
        elif what < 0.8:
            words[at] = chance.choice(MARKS)
        else:
            other = chance.randrange(len(words))
            words[at], words[other] = words[other], words[at]
    return "".join(words)


def survives(program, texts):
    lines = "\n".join(json.dumps({"id": str(n), "text": text}, ensure_ascii=False) for n, text in enumerate(texts))
    command = [program, "extract", "--quiet", "--jobs", "1", "--input", "ndjson", "-"]
    run = subprocess.run(command, input=lines.encode(), capture_output=True)
    return run.returncode == 0 and run.stdout.count(b"\n") == len(texts)


def shortest(program, texts):
    """One text that ends the program, without the words that it can do without."""
    while len(texts) > 1:
        half = len(texts) // 2
        texts = texts[:half] if not survives(program, texts[:half]) else texts[half:]
    words = texts[0].split(" ")
    step = max(1, len(words) // 2)
    while step:
        at = 0
        while at < len(words):
            rest = words[:at] + words[at + step :]
            if rest and not survives(program, [" ".join(rest)]):
                words = rest
            else:
                at += step
        step //= 2
    return " ".join(words)


def main():
    program, seconds = sys.argv[1], float(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    chance, source, end, done = random.Random(seed), sentences(), time.monotonic() + seconds, 0
    while done == 0 or time.monotonic() < end:
        texts = [torn(chance, source) for _ in range(BATCH)]
        if not survives(program, texts):
            print(f"seed {seed}: the program ends at {shortest(program, texts)!r}")
            return 1
        done += BATCH
    print(f"{done} texts, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
