"""The weights that a person sets hold in what the page shows beside the ranking."""

from __future__ import annotations

import uuid

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk
from advisor.domain.needs import Needs


def test_what_if_starts_from_the_weights_in_force(deps: Deps) -> None:
    talk, thread = Talk(deps, memory_checkpointer()), uuid.uuid4().hex
    own = {"customization": 1.0}
    *_, turn = talk.stream(thread, "un chatbot en español por API", weights=own)
    needs = Needs.of(talk.dialogue(thread)["needs"])
    today = deps.today()
    plain = [change.text for change in deps.scorer.what_if(needs, today=today)]
    weighed = [change.text for change in deps.scorer.what_if(needs, weights=own, today=today)]  # type: ignore[dict-item]
    assert [change.text for change in talk.what_if(thread)] == weighed
    assert weighed != plain
    assert all(item["weights"]["customization"] == 1.0 for item in turn["recommendations"])
