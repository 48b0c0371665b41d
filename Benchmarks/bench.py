#!/usr/bin/env python3
"""Measures trich beside `wc -w` and what else is there on the same file, in turns, so that the machine's mood meets all alike.

usage: bench.py TRICH NEWS.ndjson [--baseline SCRIPT] [--vectorscan PROGRAM] [--rounds N]
Figures are medians over the rounds of CPU time (user and system, all threads) of the child; memory is the largest resident size.
Slow peers read the beginning of the file, once; their figure is given for as much text as they read.
"""
import argparse
import importlib.util
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

MEGABYTE = 1e6


def measure(command, path=None, environment=None):
    """CPU seconds, wall seconds and peak MiB of one run."""
    with open(path or os.devnull, "rb") as source:
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit status {child.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def commands(options, folder):
    """Name → command, input, environment, most rounds."""
    utf8 = dict(os.environ, LC_ALL="C.UTF-8")
    stream = [options.trich, "extract", "--input", "ndjson", "--jobs"]
    files = ["sh", "-c", f"exec {options.trich} extract {folder} --jobs 1"]
    runs = {
        "wc -w": (["wc", "-w"], options.news, utf8, options.rounds),
        "trich, 1 job": (stream + ["1"], options.news, None, options.rounds),
        "trich, 2 jobs": (stream + ["2"], options.news, None, options.rounds),
        "trich, files": (files, None, None, options.rounds),
    }
    if options.vectorscan:
        runs["vectorscan, shapes"] = ([options.vectorscan], options.news, None, options.rounds)
    if options.baseline:
        runs["Python baseline"] = (["python3", options.baseline, options.news], None, None, min(options.rounds, 3))
    return runs


def peers(options):
    """Vietnamese tools of Python that are installed here, with the bytes that each reads in a sensible time."""
    script = pathlib.Path(__file__).with_name("peer.py")
    for name, megabytes in (("underthesea-words", 0.2), ("underthesea-names", 0.02), ("pyvi-words", 0.2), ("pyvi-tags", 0.2)):
        if importlib.util.find_spec(name.split("-")[0]):
            yield name, [sys.executable, str(script), name, options.news, str(megabytes)], megabytes


def write_files(news, folder):
    """Each article as a file; returns their bytes."""
    size = 0
    with open(news, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            text = json.loads(line)["text"].encode()
            place = pathlib.Path(folder, f"{number // 1000:03}")
            place.mkdir(exist_ok=True)
            (place / f"{number:06}.txt").write_bytes(text)
            size += len(text)
    return size


def median(rounds, place):
    return statistics.median(r[place] for r in rounds)


def report(results, sizes):
    wc = median(results["wc -w"], 0)
    print(f"{'':20} {'CPU s':>8} {'wall s':>8} {'MB/s CPU':>9} {'MB/s':>8} {'MiB':>7} {'of wc -w':>9}")
    for name, rounds in results.items():
        cpu, wall, memory = (median(rounds, place) for place in range(3))
        size = sizes[name]
        share = cpu / size * sizes["wc -w"] / wc
        print(f"{name:20} {cpu:8.3f} {wall:8.3f} {size / cpu:9.3f} {size / wall:8.3f} {memory:7.1f} {share:8.2f}x")
    one = median(results["trich, 1 job"], 0)
    walls = [median(results[f"trich, {jobs}"], 1) for jobs in ("1 job", "2 jobs")]
    print(f"trich takes {one / wc:.2f} of the CPU time of wc -w; two jobs are {walls[0] / walls[1]:.2f} times as fast as one")
    if "Python baseline" in results:
        print(f"the baseline takes {median(results['Python baseline'], 0) / one:.1f} times the CPU time of trich")


def start_up(trich, rounds):
    with tempfile.NamedTemporaryFile() as bulletin:
        bulletin.write("Sáng ngày 27/9/2024, Công an tỉnh tổ chức hội nghị với 86/86 xã tham dự.\n".encode() * 60)
        bulletin.flush()
        walls = [measure([trich, "extract"], bulletin.name)[1] for _ in range(max(20, rounds))]
    print(f"one bulletin of 5 KB on standard input: {statistics.median(walls) * 1000:.1f} ms")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("trich")
    parser.add_argument("news")
    parser.add_argument("--baseline")
    parser.add_argument("--vectorscan")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    size = os.path.getsize(options.news) / MEGABYTE
    with tempfile.TemporaryDirectory() as folder:
        files = write_files(options.news, folder) / MEGABYTE
        runs = commands(options, folder)
        sizes = {name: files if name == "trich, files" else size for name in runs}
        results = {name: [] for name in runs}
        for number in range(options.rounds):
            for name, (command, source, environment, most) in runs.items():
                if number < most:
                    results[name].append(measure(command, source, environment))
    for name, command, megabytes in peers(options):
        results[name], sizes[name] = [measure(command)], megabytes
    print(f"{size:.1f} MB; medians")
    report(results, sizes)
    start_up(options.trich, options.rounds)


if __name__ == "__main__":
    main()
