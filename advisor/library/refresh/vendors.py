"""Who sells its own models under which names in the lists. Resellers and hosts are left out on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Vendor:
    """`names`: the vendor's name on cards. `runtimes`: keys under which a card gives the model's name in this API; the
    first is used for new cards. `models_dev`, `litellm`: the lists' provider ids. `hosts`: domains of the vendor."""

    key: str
    names: tuple[str, ...]
    runtimes: tuple[str, ...]
    models_dev: tuple[str, ...]
    litellm: tuple[str, ...]
    hosts: tuple[str, ...]
    labs: tuple[str, ...] = ()
    """models.dev's ids of who made a model, where not those of the providers."""

    @property
    def makers(self) -> tuple[str, ...]:
        return self.labs or self.models_dev

    def owns(self, url: object) -> bool:
        """Whether a URL is a plain https page of the vendor's."""
        if not isinstance(url, str) or len(url) > 300 or not url.isascii() or set(url) & set(" <>()[]{}\"'`|\\^*@"):
            return False
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = parts.netloc.lower()
        return parts.scheme == "https" and any(host == own or host.endswith(f".{own}") for own in self.hosts)


VENDORS = (
    Vendor("openai", ("OpenAI",), ("openai",), ("openai",), ("openai",), ("openai.com",)),
    Vendor(
        "anthropic", ("Anthropic",), ("anthropic",), ("anthropic",), ("anthropic",), ("anthropic.com", "claude.com")
    ),
    Vendor(
        "google", ("Google",), ("google", "gemini"), ("google",), ("gemini",), ("ai.google.dev", "cloud.google.com")
    ),
    Vendor("mistral", ("Mistral", "Mistral AI"), ("mistral",), ("mistral",), ("mistral",), ("mistral.ai",)),
    Vendor("deepseek", ("DeepSeek",), ("deepseek",), ("deepseek",), ("deepseek",), ("deepseek.com",)),
    Vendor("xai", ("xAI",), ("xai",), ("xai",), ("xai",), ("x.ai",)),
    Vendor("cohere", ("Cohere",), ("cohere",), ("cohere",), ("cohere_chat", "cohere"), ("cohere.com",)),
    Vendor(
        "alibaba",
        ("Alibaba", "Qwen"),
        ("alibaba", "dashscope", "qwen"),
        ("alibaba",),
        ("dashscope",),
        ("alibabacloud.com", "aliyun.com", "qwen.ai"),
    ),
    Vendor(
        "moonshot",
        ("Moonshot", "Moonshot AI"),
        ("moonshot", "moonshotai"),
        ("moonshotai",),
        ("moonshot",),
        ("moonshot.ai", "moonshot.cn", "kimi.com"),
    ),
    Vendor("zai", ("Z.ai", "Zhipu AI"), ("zai", "z.ai", "zhipuai"), ("zai",), ("zai",), ("z.ai",), ("zhipuai", "zai")),
    Vendor("minimax", ("MiniMax",), ("minimax",), ("minimax",), ("minimax",), ("minimax.io", "minimaxi.com")),
    Vendor(
        "meta",
        ("Meta",),
        ("meta", "llama", "meta_llama"),
        ("llama",),
        ("meta", "meta_llama"),
        ("llama.com", "meta.com"),
        ("meta",),
    ),
    Vendor("amazon", ("Amazon",), ("amazon", "nova", "amazon_nova"), ("nova",), ("amazon_nova",), ("nova.amazon.com",)),
    Vendor("perplexity", ("Perplexity",), ("perplexity",), ("perplexity",), ("perplexity",), ("perplexity.ai",)),
    Vendor(
        "xiaomi", ("Xiaomi",), ("xiaomi", "xiaomi_mimo"), ("xiaomi",), ("xiaomi_mimo",), ("mi.com", "xiaomimimo.com")
    ),
    Vendor("ai21", ("AI21", "AI21 Labs"), ("ai21",), (), ("ai21",), ("ai21.com",)),
    Vendor("stepfun", ("StepFun",), ("stepfun",), ("stepfun-ai",), (), ("stepfun.ai", "stepfun.com"), ("stepfun",)),
)
BY_MODELS_DEV = {provider: vendor for vendor in VENDORS for provider in vendor.models_dev}
BY_LITELLM = {provider: vendor for vendor in VENDORS for provider in vendor.litellm}
BY_NAME = {name.casefold(): vendor for vendor in VENDORS for name in vendor.names}
