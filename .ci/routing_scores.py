"""Run the shared scorer over the real pairs with a router that has learnt nothing, and time it; exit 1 under a bar."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from guantong.routing import Router

BARS = {"top1": 0.7, "top3": 0.85}
LOAD_SECONDS, RANK_SECONDS = 0.5, 0.01
"""Measured: 0.05 s and 0.0006 s; the bars leave room for a slow and busy machine."""


def main(folder: Path) -> int:
    """Print every score and return 1 when one is under its bar."""
    gold = folder / "pairs.jsonl"
    pairs = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    load, _ = _seconds([{"title": "关于修路的建议", "body": ""}])
    total, ranked = _seconds(pairs)
    scores = _score(folder, gold, ranked)
    _say(f"real pairs: {scores['n']}, " + ", ".join(f"{name} {scores[name]:.3f} (bar {BARS[name]})" for name in BARS))
    _say(f"speed: load {load * 1000:.0f} ms, one matter {total / len(pairs) * 1000:.2f} ms")
    fast = load < LOAD_SECONDS and total / len(pairs) < RANK_SECONDS
    return 0 if fast and all(scores[name] >= bar for name, bar in BARS.items()) else 1


def _seconds(pairs: list[dict[str, Any]]) -> tuple[float, list[list[str]]]:
    started = time.perf_counter()
    router = Router.cold()
    ranked = [[one.code for one in router.rank(pair["title"], pair["body"])] for pair in pairs]
    return time.perf_counter() - started, ranked


def _score(folder: Path, gold: Path, ranked: list[list[str]]) -> dict[str, float]:
    ids = [json.loads(line)["id"] for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as kept:
        predictions = Path(kept) / "predictions.jsonl"
        lines = (json.dumps({"id": one, "ranked": codes}) for one, codes in zip(ids, ranked, strict=True))
        predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
        departments = ["--departments", str(folder / "departments.json")]
        command = [sys.executable, str(folder / "score.py"), str(gold), str(predictions), *departments, "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  (own command)
    total: dict[str, float] = json.loads(done.stdout)["total"]
    return total


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
