"""The conversation graph: the table of contents of one turn.

    read ─▶ gather ─▶ answer ─▶ remember

`read` understands the message, or takes the panel's edits; `gather` collects the evidence; `answer` writes it;
`remember` is the only node that writes history, so a turn that fails leaves none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from langgraph.config import get_stream_writer
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime

from advisor.answer.parts.nothing_new import chooses
from advisor.conversation.deps import Context
from advisor.conversation.export import turn_to_json
from advisor.conversation.gather import gather, quiet
from advisor.conversation.state import Edit, State, dialogue_from_json, dialogue_to_json
from advisor.domain.answers import Evidence
from advisor.domain.language import Language, Localised
from advisor.domain.needs import NEEDS, Change, Dialogue, Understanding
from advisor.domain.outlook import BEYOND
from advisor.domain.which import Which
from advisor.understand.apply import after
from advisor.understand.merge import merged

type_of_graph = CompiledStateGraph[State, Context, State, State]


def build(checkpointer: Any) -> type_of_graph:
    """The compiled graph; its context is a Context, its thread id the conversation."""
    graph = StateGraph(State, context_schema=Context)
    graph.add_node("read", read)
    graph.add_node("gather", collect)
    graph.add_node("answer", answer)
    graph.add_node("remember", remember)
    graph.add_edge(START, "read")
    graph.add_edge("read", "gather")
    graph.add_edge("gather", "answer")
    graph.add_edge("answer", "remember")
    graph.add_edge("remember", END)
    return graph.compile(checkpointer=checkpointer)


def read(state: State, runtime: Runtime[Context]) -> State:
    deps = runtime.context.deps
    preferred: Language = "es" if state.get("preferred") == "es" else "en"
    known = state.get("preferred") in ("es", "en")
    before = dialogue_from_json(state.get("dialogue"), deps.device_by_id, preferred if known else None)
    edits = state.get("edits")
    if edits is not None:
        understanding = _from_edits(before, edits, preferred)
    else:
        understanding = deps.reader.read(state["text"], before)
        if runtime.context.proposer and not quiet(understanding.intents):
            proposed, notices = runtime.context.proposer(state["text"], before)
            understanding = merged(understanding, proposed, state["text"])
            understanding = replace(understanding, notices=(*understanding.notices, *notices))
    return {"before": before, "understanding": understanding}


def _now(state: State) -> Dialogue:
    """The dialogue after the turn: what the message or the edits change, less the assumptions that the panel dropped."""
    now = after(state["before"], state["understanding"])
    dropped = {edit["key"] for edit in state.get("edits") or () if edit["assumed"]} | set(now.dropped)
    return replace(now, dropped=tuple(sorted(dropped)), assumed=tuple(a for a in now.assumed if a.key not in dropped))


def _from_edits(before: Dialogue, edits: list[Edit], preferred: Language) -> Understanding:
    """What the panel's edits amount to. Their words are the panel's own, since the person typed none.

    What was assumed goes on being assumed, unless an edit says something about it. A device whose memory is taken out
    stays named, so that no other memory is assumed in its place.
    """
    changes = tuple(
        Change("clear" if edit["value"] is None else "set", edit["key"], edit["value"], "✎")
        for edit in edits
        if not edit["assumed"] and edit["key"] in NEEDS
    )
    told = {edit["key"] for edit in edits}
    assumed = tuple(a for a in before.assumed if a.key not in told)
    return Understanding(
        before.language or preferred, ("refine",), changes, devices=before.devices, assumptions=assumed
    )


def collect(state: State, runtime: Runtime[Context]) -> State:
    return {
        "evidence": gather(
            runtime.context.deps,
            state.get("text", ""),
            _spoken_of(state),
            _now(state),
            state["understanding"],
            weights=state.get("weights") or {},  # type: ignore[arg-type]
        )
    }


def _spoken_of(state: State) -> Dialogue:
    """The dialogue before the turn; who asks which model to take means none of the sections quoted last."""
    before = state["before"]
    return replace(before, quoted=()) if before.shown and chooses(state.get("text", "")) else before


def answer(state: State, runtime: Runtime[Context]) -> State:
    emit = get_stream_writer()
    return {"answer": runtime.context.writer(state["evidence"], emit)}


def remember(state: State) -> State:
    before, understanding, evidence = state["before"], state["understanding"], state["evidence"]
    now = _now(state)
    side_by_side = tuple(card.model for card in evidence.comparison.cards) if evidence.comparison else ()
    ranked = tuple(r.card.model for r in evidence.ranking.recommendations) if evidence.ranking else before.shown
    next_ones = tuple(r.card.model for _, r in evidence.beyond) if evidence.outlook == "others" else ()
    shown = side_by_side or next_ones or ranked
    goes_on = before.focus if shown == before.shown else ()  # a question to the guide changes no subject
    focus = talked_about(evidence) or goes_on or shown[:1]
    asked = evidence.question_key
    now = replace(
        now,
        shown=() if understanding.reset else shown,
        focus=() if understanding.reset else focus or before.focus,
        quoted=() if understanding.reset else _quoted(before, evidence),
        asked=asked,
        ranked=() if understanding.reset else _ranked(before, evidence),
        which=_which(before, evidence),
        questions=() if understanding.reset else tuple(dict.fromkeys((*now.questions, *([asked] if asked else ())))),
    )
    turn = turn_to_json(evidence, state["answer"])
    said = [{"role": "user", "text": state["text"]}] if state.get("edits") is None else []
    return {
        "dialogue": {**dialogue_to_json(now), **_assumed(state, turn, now)},
        "transcript": [*said, {"role": "assistant", **turn}],
        "edits": None,
        "text": "",
    }


def _ranked(before: Dialogue, evidence: Evidence) -> tuple[str, ...]:
    """The ranking last told, which "the third" still means after two were compared."""
    return tuple(r.card.model for r in evidence.ranking.recommendations) if evidence.ranking else before.ranked


def _which(before: Dialogue, evidence: Evidence) -> Which | None:
    """What was asked of several models, as long as nothing else is talked about."""
    found = evidence.which
    claimed = found is not None and found.asked.every and found.asked.way != "has"
    if found and (claimed or found.pair is not None or len(found.asked.among) == 1 or found.asked.pick):
        return before.which  # of one or two of them: the others are still meant by the next
    if found:
        return found.asked
    told = evidence.ranking or evidence.comparison or evidence.cards or evidence.verdicts
    return None if told or evidence.outlook in BEYOND else before.which


def _quoted(before: Dialogue, evidence: Evidence) -> tuple[str, ...]:
    """The guide sections last quoted: asked to say it otherwise, and small talk, leave them as they were."""
    if evidence.outlook or quiet(evidence.intents):
        return before.quoted
    found = evidence.intent == "ask_guide" and evidence.passages is not None and evidence.passages.found
    return tuple(i.removeprefix("guide/") for i in evidence.answering) if found else ()


def _assumed(state: State, turn: Mapping[str, Any], now: Dialogue) -> dict[str, Any]:
    """What is taken for granted now: a turn that ranks nothing leaves the earlier assumptions as they were."""
    stored = state.get("dialogue") or {}
    goes_on = state["evidence"].ranking is None and not state["understanding"].reset
    told = {}
    for name in ("assumed", "assumed_reasons"):
        before = stored.get(name, {}) if goes_on else {}
        kept = {key: value for key, value in before.items() if key not in now.needs and key not in now.dropped}
        told[name] = {**kept, **turn[name]}
    return told


def talked_about(evidence: Evidence) -> tuple[str, ...]:
    """Card ids that "it" and "those" will mean after this turn: compared, asked about, explained, or recommended first."""
    if evidence.which:
        only = len(evidence.which.rows) == 1 or evidence.which.pair is not None
        singled = evidence.which.rows[:1] if only or evidence.which.asked.way != "has" else ()
        return tuple(row.card.model for row in singled if only or row.number is not None)
    if evidence.comparison:
        return tuple(card.model for card in evidence.comparison.cards)
    recommended = evidence.ranking.recommendations[:1] if evidence.ranking else ()
    if recommended and not {"ask_model", "explain_why"} & set(evidence.intents):
        return (recommended[0].card.model,)
    return tuple(card.model for card in evidence.cards) or tuple(v.card.model for v in evidence.verdicts)


EDITED = Localised("editado en el panel", "edited in the panel")
"""What the page shows as the words behind a need that was set in the panel (its quote is "✎")."""
