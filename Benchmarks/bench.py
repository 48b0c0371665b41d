#!/usr/bin/env python3
"""Measures trich beside `wc -w` and a baseline on the same file, in turns, so that the machine's mood meets all alike.

usage: bench.py TRICH NEWS.ndjson [--baseline SCRIPT] [--rounds N]
Figures are medians over the rounds of CPU time (user and system) of the child; memory is the largest resident size.
"""
import argparse
import os
import statistics
import subprocess
import tempfile
import time


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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("trich")
    parser.add_argument("news")
    parser.add_argument("--baseline")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    size = os.path.getsize(options.news) / 1e6
    utf8 = dict(os.environ, LC_ALL="C.UTF-8")
    stream = [options.trich, "extract", "--input", "ndjson"]
    runs = {
        "wc -w": (["wc", "-w"], options.news, utf8),
        "trich, 1 job": (stream + ["--jobs", "1"], options.news, None),
        "trich, 2 jobs": (stream + ["--jobs", "2"], options.news, None),
    }
    if options.baseline:
        runs["baseline"] = (["python3", options.baseline, options.news], None, None)
    results = {name: [] for name in runs}
    for number in range(options.rounds):
        for name, run in runs.items():
            # The script takes long: once is enough to see the order of magnitude, thrice to trust it.
            if name == "baseline" and number >= 3:
                continue
            results[name].append(measure(*run))
    report(results, size)
    start_up(options.trich, options.rounds)


def report(results, size):
    wc, one = (statistics.median(r[0] for r in results[name]) for name in ("wc -w", "trich, 1 job"))
    print(f"{size:.1f} MB; median of CPU seconds, wall seconds, peak memory")
    for name, rounds in results.items():
        cpu, wall, memory = (statistics.median(r[i] for r in rounds) for i in range(3))
        print(f"{name:14} {cpu:8.3f} s CPU {wall:8.3f} s wall {size / cpu:8.1f} MB/s of CPU {size / wall:8.1f} MB/s {memory:7.1f} MiB   {cpu / wc:6.2f} x wc")
    walls = [statistics.median(r[1] for r in results[f"trich, {jobs}"]) for jobs in ("1 job", "2 jobs")]
    print(f"trich takes {one / wc:.2f} of the CPU time of wc -w; two jobs are {walls[0] / walls[1]:.2f} times as fast as one")
    if "baseline" in results:
        baseline = statistics.median(r[0] for r in results["baseline"])
        print(f"the baseline takes {baseline / one:.1f} times the CPU time of trich")


def start_up(trich, rounds):
    with tempfile.NamedTemporaryFile() as bulletin:
        bulletin.write("Sáng ngày 27/9/2024, Công an tỉnh tổ chức hội nghị với 86/86 xã tham dự.\n".encode() * 60)
        bulletin.flush()
        walls = [measure([trich, "extract"], bulletin.name)[1] for _ in range(max(20, rounds))]
    print(f"one bulletin of 5 KB on standard input: {statistics.median(walls) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
