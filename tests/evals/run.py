"""Every quality figure on the sets that were not looked at: `python -m tests.evals.run`."""

from __future__ import annotations

import subprocess
import sys

EVALS = (
    ("understanding", "--split", "held_out", "--half", "odd"),
    ("retrieval", "held_out"),
    ("decisions", "--split", "held_out"),
    ("grounding",),
    ("hardware",),
)


def main() -> int:
    """Each in a process of its own; 1 where one of them failed."""
    failed = 0
    for name, *options in EVALS:
        print(f"\n== {name} {' '.join(options)}", flush=True)
        failed |= (
            subprocess.run([sys.executable, "-m", f"tests.evals.{name}.run", *options], check=False).returncode != 0
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
