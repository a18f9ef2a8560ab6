"""Every speed figure that needs no network, one benchmark after another: `python -m tests.benchmarks.run`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NEEDS_NETWORK = frozenset({"bench_start"})
"""Left to be run by themselves."""


def main() -> int:
    """Each in a process of its own, so that none warms another; 1 where one of them failed."""
    failed = 0
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        if file.stem in NEEDS_NETWORK:
            print(
                f"\n== {file.stem} needs the network: python -m tests.benchmarks.{file.stem} [--no-cache]", flush=True
            )
            continue
        print(f"\n== {file.stem}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"tests.benchmarks.{file.stem}"], check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
