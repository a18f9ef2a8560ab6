"""Words that a name check must not take for a model: ordinary vocabulary, trades' terms, languages, countries."""

from __future__ import annotations

import re
from functools import lru_cache

from advisor.answer.claims.folding import fold

TERMS = frozenset(
    fold(
        """
        ai ia api apis app apps asr aws awq azure batch bert bleu bm25 bnb bytes cache catalan chat chatbot chatbots chroma ci
        cli cloud code cpu cpus crm csv cuda css cv db discord docker docx dpo elo embedding embeddings eula eur exl2 exllama
        faq faqs fp ft full gb gbps gdpr genai gguf gib git github gitlab gpl gpu gpus gptq gqa graphql hf html http https
        hugging face huggingface ide ides int io ios ipad iphone it java javascript js json jsonl k kb kotlin kv lan langchain
        langgraph latex linux llamafile llamaindex llm llms lm lmarena lora loras lstm mac macbook macos markdown mb mha mib
        mit ml mla mlx mmproj moe mqa ms mtok n8n nas nda next nlp npu nosql nvidia nuc ocr ollama onnx openrouter os p2p pc
        pcs pdf pdfs peft php pip png powershell ppo prompt prompts python pytorch q4 q5 q6 q8 qlora quantization rag ram react
        regex rest rgpd rl rlhf rocm ruby rust saas sdk sdks sft sla slack slm slms sms sql ssd ssm stt swift tb tensorrt
        telegram tl tl;dr token tokens tpu ttft tts typescript ue ui url usb usd ux vllm vram vulkan web whatsapp wi-fi wifi
        windows wsl xml yaml android apple silicon studio lm-studio jan kobold koboldcpp unsloth axolotl transformers
        transformer text-generation-inference tgi sglang bash shell html5 vs vscode node nodejs c c++ c# go golang scala r
        matlab perl lua julia dart sas cobol fortran excel word powerpoint google-sheets outlook gmail teams notion
        """
    ).split()
)
"""Names and abbreviations of the trade that are no models."""

LABELS = frozenset(
    fold(
        """
        room space sitio espacio context contexto ventana window input output entrada salida price precio precios prices cost coste costo costes costs
        language languages idioma idiomas size tamano parameters parametros licence license licencia latency latencia speed
        velocidad performance rendimiento training entrenamiento architecture arquitectura customization personalizacion
        ajuste fine-tuning finetuning tuning memory memoria quality calidad privacy privacidad use uso reason reasons razon
        razones why recommendation recommendations recomendacion recomendaciones summary resumen note nota notes notas
        important importante option options opcion opciones alternative alternatives alternativa alternativas advantages
        ventajas desventajas pros contras cons strengths weaknesses strength weakness source sources fuente fuentes model
        models modelo modelos score puntuacion total factor factors factores comparison comparativa comparacion conclusion
        best mejor first second third primero segundo tercero step paso tip consejo warning aviso ojo hardware software
        benchmark benchmarks prueba pruebas tool tools herramienta herramientas calling structured estructurada reasoning
        razonamiento vision open abierto abiertos weights pesos commercial comercial local cloud nube requirement requirements
        requisito requisitos need needs necesidad necesidades budget presupuesto fit encaje release publicacion date fecha
        knowledge conocimiento cutoff corte status estado vendor fabricante proveedor provider family familia unknown
        desconocido answer respuesta question pregunta throughput tokens maximum maximo minimum minimo monthly mensual
        tu your you it its this that these those they both all none each either ambos ambas este esta estos estas ese esa
        eso esto aquel todo todos todas nada ninguno alguno otro otra otros otras cualquiera quien cual el la los las lo un
        uno una unos unas ella ellos usted ustedes nosotros yo he she we i there here what which who everything nothing something
        anything one another others neither otherwise si no yes ok okay vale claro sure hola hello hi gracias thanks
        size latency efficiency eficiencia accuracy precision quantization cuantizacion cuantificacion deployment despliegue
        overall general finally finalmente also tambien additionally ademas however pero but and y o or en in on con with
        tampoco ni solo apenas asi ahora hoy aqui alli ahi luego despues antes entonces quiza quizas nunca siempre menos mas
        demasiado bastante nadie fuera dentro aparte encima pocos varios muchos pocas varias muchas donde cuanto cuanta lo mismo
        still yet only never nor not now then again instead elsewhere rather quite today nowhere several few many much more less
        same such half whoever whatever where
        para for por como as when cuando if si because porque since mientras while although aunque given dado compared
        """
    ).split()
)
"""Words that head a line, a cell or a sentence and may be written with a capital."""

BENCHMARKS = frozenset(
    fold(
        """
        mmlu mmlu-pro gpqa humaneval mbpp aime math math-500 gsm8k hellaswag arc arc-agi swe-bench livecodebench livebench
        ifeval bbh big-bench truthfulqa winogrande drop mgsm mmmu mathvista docvqa chartqa bfcl tau-bench tau2-bench
        terminal-bench browsecomp simpleqa aider lmarena chatbot-arena mt-bench alpacaeval arena-hard helm euroeval
        hle frontiermath codeforces ruler longbench vectara hhem superglue glue c-eval cmmlu belebele flores
        """
    ).split()
)
"""Well-known tests: naming one is a claim even where the word alone could mean something else."""


@lru_cache(maxsize=1)
def place_words() -> frozenset[str]:
    """Names of languages, countries, months and days in both languages, folded, split into words."""
    from babel import Locale

    words: set[str] = set()
    for code in ("es", "en"):
        locale = Locale(code)
        names = [*locale.languages.values(), *locale.territories.values(), *locale.scripts.values()]
        names += [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
        names += [*locale.months["format"]["abbreviated"].values()]
        for name in names:
            words.update(w.strip(".,()'’&") for w in fold(str(name)).replace("-", " ").split() if len(w) > 2)
    words.update(fold(_DEMONYMS).split())
    words.update(_ANYBODY.split())
    return frozenset(words)


_ANYBODY = "nobody anybody everybody somebody"
_DEMONYMS = (
    "spanish european americano americana estadounidense american europeo europea latin latino latinoamerica hispanoamerica "
    "castellano castilian english ingles ingleses chino chinese frances french aleman german spain europe unido unidos us uk "
    "eu eeuu brazilian mexican argentine swiss suizo israeli emirati canadian canadiense japanese korean iberian"
)


_ENCLITIC = re.compile(r"([a-z]+?)(?:me|te|se|nos|os)?(?:lo|la|los|las|le|les|me|te|se|nos)$")


@lru_cache(maxsize=8192)
def is_word(folded_or_plain: str) -> bool:
    """Whether a dictionary of Spanish or English holds the word (accents as written, or folded)."""
    import simplemma

    return any(
        simplemma.is_known(form, language)
        for form in (folded_or_plain, *_without_pronouns(folded_or_plain))
        for language in ("es", "en")
    )


def _without_pronouns(word: str) -> tuple[str, ...]:
    """ "avísame" -> "avisa", "ejecutarlo" -> "ejecutar": Spanish verbs with pronouns at their end."""
    match = _ENCLITIC.match(fold(word))
    return (match.group(1), match.group(1) + "s") if match and len(match.group(1)) >= 2 else ()


@lru_cache(maxsize=1)
def warm() -> None:
    """Load the dictionaries (about a second, once), so that the first sentence need not wait for them."""
    from advisor.answer.claims.traits import language_names

    is_word("qqq")
    place_words()
    language_names()
