"""One tree of errors. `error.text` holds both languages; `str(error)` is safe to show to a person."""

from __future__ import annotations

from advisor.domain.language import Language, Localised


class AdvisorError(Exception):
    """Anything the advisor can explain to a person: what happened, with which value, and what to do."""

    def __init__(self, es: str, en: str) -> None:
        super().__init__(en)
        self.text = Localised(es=es, en=en)

    def in_(self, language: Language) -> str:
        return self.text.in_(language)


class SettingsError(AdvisorError):
    """An environment variable holds something that cannot be used."""


class KnowledgeError(AdvisorError):
    """A card or guide file is wrong; the message names file, field and reason."""


class InputError(AdvisorError):
    """What the person or a JSON line gave cannot be used."""


class NeedsError(InputError):
    """A need has an unknown key or a value of the wrong type or range."""


class StoreError(AdvisorError):
    """The vector store cannot be opened, built or reached."""


class ConversationsError(AdvisorError):
    """The database of conversations cannot be opened or reached."""


class EmbedderError(AdvisorError):
    """The embedding model cannot be loaded."""


class RefreshError(AdvisorError):
    """A catalogue source gave nothing usable; nothing was changed."""


class ModelError(AdvisorError):
    """The language model failed; subclasses say how. Never carries a key."""


class ModelUnavailable(ModelError):
    """No connection, or the provider's package is missing."""


class ModelRefused(ModelError):
    """Wrong key, no permission, unknown model, or too many requests."""


class ModelTimeout(ModelError):
    """The model did not answer within the time allowed."""


class ModelNonsense(ModelError):
    """The model answered something that cannot be used."""
