"""A turn as plain JSON: the contract's shapes, which are also what the page draws and what is kept."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from advisor.domain.advice import Ranking, Recommendation
from advisor.domain.answers import Answer, Evidence
from advisor.domain.language import Language


def recommendation_to_json(item: Recommendation, language: Language) -> dict[str, Any]:
    return {
        "model": item.card.model,
        "name": item.card.name,
        "score": round(item.score, 4),
        "factors": {f.factor: round(f.value, 4) for f in item.factors},
        "unknown": list(item.unknown),
        "reasons": [reason.in_(language) for reason in item.reasons],
        "weights": {f.factor: round(f.weight, 4) for f in item.factors},
        "known": {f.factor: f.known for f in item.factors},
        "explained": {f.factor: f.reason.in_(language) for f in item.factors},
        "cautions": [caution.in_(language) for caution in item.cautions],
        "tie": item.tie,
        "fit": fit_to_json(item, language),
        "cost": cost_to_json(item, language),
        "memory_gb": item.memory_gb,
    }


def fit_to_json(item: Recommendation, language: Language) -> dict[str, Any] | None:
    fit = item.fit
    if fit is None:
        return None
    return {
        "fits": fit.fits,
        "quantization": fit.quantization,
        "total_gb": round(fit.total_gb, 1),
        "available_gb": round(fit.available_gb, 1),
        "max_context_tokens": fit.max_context_tokens,
        "tokens_per_s": list(fit.tokens_per_s) if fit.tokens_per_s else None,
        "placement": fit.placement,
        "basis": fit.basis.in_(language),
        "command": fit.command,
    }


def cost_to_json(item: Recommendation, language: Language) -> dict[str, Any] | None:
    cost = item.cost
    if cost is None:
        return None
    return {
        "usd_month": round(cost.usd_month, 4),
        "provider": cost.provider,
        "basis": cost.basis.in_(language),
        "tokens": cost.tokens_in + cost.tokens_out,
        "once": cost.once,
    }


def ranking_to_json(ranking: Ranking, language: Language) -> dict[str, Any]:
    """The contract's answer to `score`."""
    return {
        "recommendations": [recommendation_to_json(r, language) for r in ranking.recommendations],
        "eligible": ranking.eligible,
        "total": ranking.total,
        "excluded": dict(ranking.excluded),
        "unconfirmed": [{"model": u.card.model, "unknown": list(u.unknown)} for u in ranking.unconfirmed],
    }


def turn_to_json(evidence: Evidence, answer: Answer) -> dict[str, Any]:
    """The contract's answer to `ask`, less session and ms, which belong to the caller."""
    language = evidence.language
    ranking = evidence.ranking
    needs, more_needs = evidence.needs.split_json()
    return {
        "language": language,
        "intent": evidence.intent,
        "intents": list(evidence.intents),
        "needs": needs,
        "more_needs": more_needs,
        "assumed": {a.key: list(a.value) if isinstance(a.value, tuple) else a.value for a in evidence.assumptions},
        "assumed_reasons": {a.key: {"es": a.reason.es, "en": a.reason.en} for a in evidence.assumptions},
        "question": answer.question,
        "recommendations": [recommendation_to_json(r, language) for r in ranking.recommendations] if ranking else [],
        "eligible": ranking.eligible if ranking else None,
        "relaxations": [
            {
                "text": r.text.in_(language),
                "change": r.change.in_(language),
                "keys": list(r.keys),
                "needs": r.needs.to_json(),
                "eligible": r.eligible,
            }
            for r in (ranking.relaxations if ranking else ())
        ],
        "unconfirmed": [
            {"model": u.card.model, "unknown": list(u.unknown)} for u in (ranking.unconfirmed[:5] if ranking else ())
        ],
        "answer": answer.markdown,
        "sources": [{"id": s.id, "title": s.title, "url": s.url, "date": s.date} for s in answer.sources],
        "mode": answer.mode,
        "by_model": answer.by_model,
        "usage": asdict(answer.usage) if answer.usage else None,
        "notices": list(answer.notices),
    }
