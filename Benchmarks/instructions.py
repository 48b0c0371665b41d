#!/usr/bin/env python3
"""Counts the instructions of each stage with callgrind: a figure that does not depend on the machine's mood.

usage: instructions.py TRICH CORPUS [--check] [--write]
The input is the project's own articles, repeated, so that anyone gets the same figures from the same compiler. Without an
option the counts are printed; --check compares them with those in instructions.json, says which stage moved, and fails when one
takes more than the tolerance beyond its figure or when an article ten times as long takes much more than ten times as long;
--write makes the counts the new figures.
"""
import argparse
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

FIGURES = pathlib.Path(__file__).with_name("instructions.json")
# A stage is the function that is all of it; what a stage calls counts as its own.
STAGES = {
    "lines of JSON": "trich_json_read",
    "tokens": "Tokenizer.tokenize(_:count:)",
    "phrases": "PhrasePaths.walk(",
    "values": "Recognizer.recognizeValues(_:)",
    "names": "NameFinder.find(_:into:)",
    "resolution, checks": "Resolution.resolve(",
    "record": "RecordWriter.write(_:source:options:)",
}
TOLERANCE = 0.03
MOST_GROWTH = 1.15


def callgrind(trich, arguments, source, work):
    """Demangled function → inclusive count; `total` is all."""
    out = work / "callgrind.out"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", str(trich)] + arguments
    with open(source, "rb") as stream:
        run = subprocess.run(command, stdin=stream, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if run.returncode != 0:
        raise SystemExit(run.stderr.decode()[-2000:])
    table = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", str(out)], capture_output=True).stdout
    names = subprocess.run(["swift", "demangle", "--simplified"], input=table, capture_output=True).stdout.decode()
    counts = {}
    for line in names.splitlines():
        found = re.match(r" *([\d,]+) \([^)]*\) +(.*)", line)
        if found:
            counts.setdefault(found[2], int(found[1].replace(",", "")))
    return counts


def total(counts):
    return next(iter(counts.values()))


def stages(counts):
    figures = {}
    for stage, function in STAGES.items():
        figures[stage] = max((count for name, count in counts.items() if function in name), default=0)
        if figures[stage] == 0:
            raise SystemExit(f"instructions.py: {function} is not in the profile: it was renamed or inlined")
    figures["all"] = total(counts)
    figures["the rest"] = figures["all"] - sum(figures[stage] for stage in STAGES)
    return figures


def start(trich, texts, work):
    """A whole run over one short article."""
    path = work / "bulletin.txt"
    write_article(texts, 4_000, path)
    return total(callgrind(trich, ["extract"], path, work))


def articles(corpus):
    return [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(corpus).rglob("*.txt"))]


def write_stream(texts, size, path):
    with open(path, "w", encoding="utf-8") as stream:
        for number, text in enumerate(itertools.cycle(texts)):
            if stream.tell() >= size:
                return
            # No two alike: copies of a text are marked, which is other work.
            stream.write(json.dumps({"id": str(number), "text": f"{text}\n{number}"}, ensure_ascii=False) + "\n")


def write_article(texts, size, path):
    whole = "\n".join(texts)
    path.write_bytes(((whole + "\n") * (size // len(whole.encode()) + 1)).encode()[:size].rsplit(b"\n", 1)[0])


def growth(trich, texts, work):
    """What a byte of an article of 400 KB costs beside one of 40 KB; the start, that of 4 KB, is left out."""
    sizes = (4_000, 40_000, 400_000)
    counts = []
    for size in sizes:
        path = work / f"{size}.txt"
        write_article(texts, size, path)
        counts.append(total(callgrind(trich, ["extract"], path, work)))
    costs = [(counts[2] - counts[1]) / (sizes[2] - sizes[1]), (counts[1] - counts[0]) / (sizes[1] - sizes[0])]
    return costs[0] / costs[1]


def check(figures, grown):
    known = json.loads(FIGURES.read_text())
    moved = False
    for stage, count in figures.items():
        change = count / known[stage] - 1
        beyond = abs(change) > TOLERANCE and abs(count - known[stage]) > known["all"] * 0.002
        moved |= beyond and change > 0
        print(f"{stage:20} {count:14,} {known[stage]:14,} {change:+8.1%}{'  moved' if beyond else ''}")
    print(f"an article ten times as long takes {grown * 10:.1f} times as many")
    if moved or grown > MOST_GROWTH:
        sys.exit(1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("trich")
    parser.add_argument("corpus")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = articles(options.corpus)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        # Valgrind does not read the debugging information of Swift.
        trich = work / "trich"
        subprocess.run(["objcopy", "--strip-debug", options.trich, trich], check=True, stderr=subprocess.DEVNULL)
        write_stream(texts, 2_000_000, work / "stream")
        figures = {"one bulletin": start(trich, texts, work)}
        figures |= stages(callgrind(trich, ["extract", "--input", "ndjson", "--jobs", "1"], work / "stream", work))
        grown = growth(trich, texts, work) if options.check else None
    if options.write:
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n")
    if options.check:
        return check(figures, grown)
    for stage, count in figures.items():
        print(f"{stage:20} {count:14,} {count / figures['all']:6.1%}")


if __name__ == "__main__":
    main()
