"""The command line as the contract has it: JSON Lines in, one object a line out, a bad line does not stop the rest."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import Any

from advisor.commands import card_to_json, each_line
from advisor.conversation.deps import Deps
from advisor.errors import InputError
from advisor.settings import Settings


def _run(command: str, lines: list[str], settings: Settings) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "advisor", command, "--jsonl"],
        input="".join(line + "\n" for line in lines),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "ADVISOR_DATA": str(settings.data), "PYTHONIOENCODING": "utf-8"},
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_lines_are_answered_in_order_and_bad_ones_get_an_error() -> None:
    def handle(record: Any) -> dict[str, Any]:
        if record.get("bad"):
            raise InputError("mal", "wrong")
        return {"ok": record["n"]}

    out = io.StringIO()
    lines = ['{"n": 1}', "nope", "[1]", '{"bad": true, "language": "es"}', "", '{"n": 2}']
    assert each_line(io.StringIO("\n".join(lines)), out, handle) == 0
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert answers[0] == {"ok": 1}
    assert "error" in answers[1]
    assert "error" in answers[2]
    assert answers[3] == {"error": "mal"}
    assert answers[4] == {"ok": 2}


def test_ask_and_a_broken_line(deps: Deps, settings: Settings) -> None:
    lines = [
        json.dumps({"session": "s", "text": "¿Qué modelo pequeño para clasificar correos?"}, ensure_ascii=False),
        "{",
    ]
    answers = _run("ask", lines, settings)
    assert answers[0]["mode"] == "offline"
    assert answers[0]["recommendations"]
    assert "error" in answers[1]


def test_score_refuses_unknown_needs(deps: Deps, settings: Settings) -> None:
    lines = [
        json.dumps({"needs": {"vram_gb": 12, "local": True}, "k": 3}),
        json.dumps({"needs": {"colour": "red"}}),
        json.dumps({"needs": {}, "k": 0}),
    ]
    first, second, third = _run("score", lines, settings)
    assert 0 < len(first["recommendations"]) <= 3
    assert first["total"] == len(deps.catalogue)
    assert "colour" in second["error"]
    assert "k" in third["error"]


def test_every_fact_of_the_catalogue_has_an_origin(deps: Deps) -> None:
    for card in deps.catalogue:
        for facts in card_to_json(card)["facts"].values():
            for fact in facts if isinstance(facts, list) else [facts]:
                assert fact["source"], card.model
                assert fact["date"], card.model
                assert (fact["value"] is None) == (fact["kind"] == "not_disclosed"), card.model


def test_an_impossible_setting_is_explained_in_both_languages(settings: Settings) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "advisor", "catalog"],
        capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "ADVISOR_MODEL_TIMEOUT_S": "soon"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("ADVISOR_MODEL_TIMEOUT_S") == 2


def test_no_input_gives_no_output(deps: Deps, settings: Settings) -> None:
    assert _run("search", [], settings) == []
