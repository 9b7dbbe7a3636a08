#!/usr/bin/env python3
"""Measures kolbook beside HiGHS, CP-SAT and CBC on the same made-up markets; Benchmarks/run calls it.

Writes results.json and results.md beside itself. Ends with 1 when a solver found a better list than one
of ours that is called optimal, or one of ours breaks a rule.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

SMALL, LARGE = "counts:koc=50-150,mid=5-10,head=1-2", "counts:koc=200-500,mid=20-30,head=1-2"
MODES = ["envelope", "spend", "heads"]
MILLION = [(1_000_000, m) for m in [*MODES, LARGE, "none"]]
HARD = [(50_000, m) for m in MODES] + [(1_000_000, f"{m}:1%") for m in MODES]
# Size: what ours solves as (budget in yuan, case), and which of it the peers get.
PLAN = {
    1_000: ([(300_000, m) for m in [*MODES, SMALL, "none"]], None),
    10_000: (MILLION, None),
    100_000: (MILLION, ["envelope", "heads"]),
    1_000_000: (MILLION + HARD, []),
}
PEERS = ["HiGHS", "CP-SAT", "CBC"]


def run(words, **options):
    """The output of a command that must succeed."""
    return subprocess.run(words, check=True, capture_output=True, text=True, **options).stdout


def made(folder, name, words):
    """A file that a command writes, made once."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        with open(path + ".part", "w", encoding="utf-8") as file:
            subprocess.run(
                [sys.executable, os.path.join(HERE, "generate.py"), *words], check=True, stdout=file
            )
        os.rename(path + ".part", path)
    return path


def peer(name, path, budget, words, limit):
    """What a peer comes to in a process of its own."""
    import peers
    from market import Market

    market = Market(path)
    model = market.model(budget * 100, words)
    status, chosen, seconds = peers.ALL[name](model, limit)
    value = market.value_of(chosen, model) if chosen else None
    if status in ("optimal", "stopped") and value is None and chosen:
        status = "breaks a rule"
    print(json.dumps({"status": status, "objective": value, "seconds": seconds}))


def ask_peer(name, path, budget, words, limit):
    asked = [
        sys.executable,
        os.path.abspath(__file__),
        "--peer",
        name,
        path,
        str(budget),
        words,
        str(limit),
    ]
    try:
        return json.loads(run(asked, timeout=limit * 2 + 60).splitlines()[-1])
    except (subprocess.SubprocessError, ValueError, IndexError):
        return {"status": "failed", "objective": None, "seconds": None}


def ours(program, path, cases, repeats, limit):
    words = [program, path, str(repeats), str(limit)]
    for budget, case in cases:
        words += [str(budget), case]
    return [json.loads(line) for line in run(words).splitlines()]


def compare(result):
    """What speaks against our answer; empty when nothing does."""
    own, problems = result["kolbook"], []
    if own["checked"] != own["objective"]:
        problems.append(f"our list is worth {own['checked']}, not {own['objective']}")
    for name in PEERS:
        other = result.get(name)
        if not other or own["status"] not in ("optimal", "infeasible"):
            continue
        if other["objective"] is not None and (
            own["objective"] is None or other["objective"] > own["objective"]
        ):
            problems.append(f"{name} has a list worth {other['objective']}")
    return problems


def measure_size(size, program, folder, limit, repeats, quick):
    """The results of one size."""
    from market import Market

    path = made(folder, f"{size}.csv", [str(size), "1"])
    cases, by_peers = PLAN[size]
    market = Market(path)
    results = []
    for answer, (budget, words) in zip(ours(program, path, cases, repeats, limit), cases):
        chosen = [line - 2 for line in answer.pop("lines")]
        answer["checked"] = (
            market.value_of(chosen, market.model(budget * 100, words)) if chosen else None
        )
        answer["median"] = statistics.median(answer["seconds"])
        result = {"size": size, "budget": budget, "case": words, "kolbook": answer}
        if by_peers is None or words in by_peers:
            for name in PEERS:
                result[name] = ask_peer(name, path, budget, words, limit)
        result["problems"] = compare(result)
        results.append(result)
        print(row(result), flush=True)
    return results


def timed(words, repeats):
    """Wall seconds of each run of a whole program, and the most memory it had.

    Measured by a process of its own: a child is charged with what its parent had when it began.
    """
    asked = [sys.executable, os.path.abspath(__file__), "--timed", str(repeats), *words]
    return json.loads(run(asked))


def time_here(repeats, words):
    seconds, peak = [], 0
    for _ in range(repeats):
        start = time.perf_counter()
        child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - start)
        peak = max(peak, usage.ru_maxrss)
        if child.returncode not in (0, 2):
            raise SystemExit(f"{' '.join(words)}: exit {child.returncode}")
    print(json.dumps({"seconds": seconds, "median": statistics.median(seconds), "peak_kib": peak}))


def whole(kolbook, folder, repeats):
    """Whole processes: a file to its list, and a book of a million creators to its list."""
    offers = made(folder, "1000000.csv", ["1000000", "1"])
    people = made(folder, "people.csv", ["1000000", "2", "--creators"])
    book = os.path.join(folder, "million.db")
    if not os.path.exists(book):
        part = os.path.join(folder, "part.db")
        run([kolbook, "init", "--book", part]) if not os.path.exists(part) else None
        start = time.perf_counter()
        run([kolbook, "import", people, "--book", part])
        print(f"a million creators imported in {time.perf_counter() - start:.1f} s", flush=True)
        for ending in ("-wal", "-shm"):
            if os.path.exists(part + ending):
                os.rename(part + ending, book + ending)
        os.rename(part, book)
    asked = [kolbook, "shortlist", "--budget", "1000000", "--format", "csv"]
    return {
        "1,000,000 offers, file to list": timed([*asked, "--input", offers], repeats),
        "1,000,000 creators, book to list": timed([*asked, "--book", book], repeats),
        "start (--version)": timed([kolbook, "--version"], 20),
    }


def shown(other):
    """A peer's time: bare when it proved, else how it ended."""
    if other is None:
        return "–"
    if other["status"] in ("optimal", "infeasible"):
        return f"{other['seconds']:.2f}"
    return f">{other['seconds']:.0f} ({other['status']})" if other["seconds"] else other["status"]


def row(result):
    own, highs = result["kolbook"], result.get("HiGHS")
    times = f"{highs['seconds'] / own['median']:.0f}" if highs and highs["seconds"] else "–"
    peers = " | ".join(shown(result.get(name)) for name in PEERS)
    proven = [
        result[n]["objective"] for n in PEERS if n in result and result[n]["status"] == "optimal"
    ]
    same = "; ".join(result["problems"]) or (
        f"same as {proven.count(own['objective'])} of {len(proven)}" if proven else "–"
    )
    time_of_ours = f"{own['median']:.4f}" + (
        "" if own["status"] in ("optimal", "infeasible") else f" ({own['status']})"
    )
    mode = result["case"].split(":")[0] + (" ± 1 %" if "1%" in result["case"] else "")
    return (
        f"| {result['size']:,} {mode}, ¥{result['budget']:,} | {peers} | {time_of_ours} | {times} "
        f"| {own['objective'] if own['objective'] is not None else own['status']} | {same} |"
    )


HEAD = (
    "| offers, mix, budget | "
    + " | ".join(PEERS)
    + " | kolbook | HiGHS ÷ kolbook | value | peers that proved |\n"
    + "|---" * 8
    + "|"
)


def machine():
    model = (
        next(
            (
                line.split(":", 1)[1].strip()
                for line in open("/proc/cpuinfo", encoding="utf-8")
                if line.startswith("model name")
            ),
            platform.processor(),
        )
        if os.path.exists("/proc/cpuinfo")
        else platform.processor()
    )
    return f"{os.cpu_count()} processors, {model}, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f} at the start"


def report(results, processes, where):
    lines = [
        f"Measured on {where}. Seconds; searches in memory; the peers' model building is left out, kolbook's is in.",
        "",
        HEAD,
    ]
    lines += [row(result) for result in results]
    if processes:
        lines += ["", "| whole process | median of its runs | most memory |", "|---|---|---|"]
        lines += [
            f"| {name} | {one['median']:.3f} s | {one['peak_kib'] / 1024:.0f} MiB |"
            for name, one in processes.items()
        ]
    return "\n".join(lines) + "\n"


def main():
    if sys.argv[1:2] == ["--timed"]:
        return time_here(int(sys.argv[2]), sys.argv[3:])
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("--peer", nargs=5, help=argparse.SUPPRESS)
    words.add_argument("--kolbook", help="the program")
    words.add_argument("--solvetime", help="the program that times searches")
    words.add_argument("--folder", help="where made files are kept")
    words.add_argument("--limit", type=int, default=20, help="seconds for each search (20)")
    words.add_argument(
        "--quick", action="store_true", help="only 1,000 and 10,000 offers, no whole processes"
    )
    asked = words.parse_args()
    if asked.peer:
        name, path, budget, case, limit = asked.peer
        return peer(name, path, int(budget), case, float(limit))
    os.makedirs(asked.folder, exist_ok=True)
    where, results = machine(), []
    print(HEAD, flush=True)
    for size in [1_000, 10_000] if asked.quick else PLAN:
        results += measure_size(
            size,
            asked.solvetime,
            asked.folder,
            asked.limit,
            5 if size < 1_000_000 else 3,
            asked.quick,
        )
    processes = {} if asked.quick else whole(asked.kolbook, asked.folder, 5)
    text = report(results, processes, where)
    if asked.quick:
        print(text)
    else:
        with open(os.path.join(HERE, "results.json"), "w", encoding="utf-8") as file:
            json.dump(
                {
                    "machine": where,
                    "limit": asked.limit,
                    "searches": results,
                    "processes": processes,
                },
                file,
                indent=1,
                ensure_ascii=False,
            )
        with open(os.path.join(HERE, "results.md"), "w", encoding="utf-8") as file:
            file.write(text)
        print(text)
    return 1 if any(result["problems"] for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
