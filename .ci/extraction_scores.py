"""Run the shared scorer over the dev texts and the traps, and score the seed report; exit 1 under a bar."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from guantong.extraction import Figure, extract

DEV_BARS = {"exact": 0.97, "object": 0.9, "approx": 0.97}
TRAP_BARS = {"exact": 0.93, "object": 0.85, "approx": 0.97}
SEED_BARS = {"exact": 43, "object": 40, "indicator": 40, "county": 44}
MEGABYTE_SECONDS, SEED_SECONDS = 10.0, 0.1


def main(shared: Path) -> int:
    """Print every score and return 1 when one is under its bar."""
    dev, seed = shared / "extraction-dev", shared / "domain"
    text = (seed / "seed-baise-2025h1.txt").read_text(encoding="utf-8")
    passed = [
        _folder(dev, dev, DEV_BARS),
        _folder(dev, dev / "traps", TRAP_BARS),
        _seed(text, seed / "seed-figures.jsonl"),
        _speed(text),
    ]
    return 0 if all(passed) else 1


def _folder(dev: Path, gold: Path, bars: dict[str, float]) -> bool:
    with tempfile.TemporaryDirectory() as predictions:
        for source in sorted(gold.glob("*.txt")):
            figures = extract(source.read_bytes().decode("utf-8"))
            lines = (json.dumps(figure.as_dict(), ensure_ascii=False) for figure in figures)
            (Path(predictions) / f"{source.stem}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, str(dev / "score.py"), str(gold), predictions, "--json"]
        scores = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603  (own command)
    reached = {"exact": scores["exact"]["f1"], "object": scores["object"]["share"], "approx": scores["approx"]["share"]}
    return _report(gold.name, reached, bars)


def _seed(text: str, gold: Path) -> bool:
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = {(figure.start, figure.end): figure for figure in extract(text)}
    pairs = [(row, found[(row["start"], row["end"])]) for row in rows if (row["start"], row["end"]) in found]
    reached = {
        "exact": sum(row["value"] == f.value and row["unit"] == f.unit for row, f in pairs),
        "object": sum(_overlap(row["object"], f) >= 0.5 for row, f in pairs),
        "indicator": sum(row["indicator"] == f.indicator for row, f in pairs),
        "county": sum(row["county"] == f.county for row, f in pairs),
    }
    _say(f"seed: {len(rows)} gold, {len(found)} found")
    return _report("seed", reached, SEED_BARS) and len(found) <= len(rows) + 1


def _overlap(gold: str, figure: Figure) -> float:
    a, b = set(gold), set(figure.object or "")
    return len(a & b) / len(a | b)


def _speed(text: str) -> bool:
    one = _seconds(text)
    megabyte = _seconds((text + "\n") * (1_000_000 // len(text.encode()) + 1))
    _say(f"speed: seed {one * 1000:.1f} ms, one megabyte {megabyte:.2f} s")
    return one < SEED_SECONDS and megabyte < MEGABYTE_SECONDS


def _seconds(text: str) -> float:
    started = time.perf_counter()
    extract(text)
    return time.perf_counter() - started


def _report(name: str, reached: dict[str, float], bars: dict[str, float]) -> bool:
    short = [key for key, bar in bars.items() if reached[key] < bar]
    _say(f"{name}: " + ", ".join(f"{key} {reached[key]} (bar {bars[key]})" for key in bars))
    if short:
        _say(f"{name}: UNDER THE BAR in {', '.join(short)}")
    return not short


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
