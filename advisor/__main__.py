"""The command line: `python -m advisor ask|search|score|catalog|index|refresh|serve`."""

from __future__ import annotations

import argparse
import locale
import os
import re
import sys
from collections.abc import Mapping, Sequence

from advisor import settings as settings_module
from advisor.errors import AdvisorError

COMMANDS = ("ask", "search", "score", "catalog", "index", "refresh", "serve")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0, or 1 where the command itself could not run; the reason goes to standard error in both languages."""
    parser = argparse.ArgumentParser(prog="advisor", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument(
        "--jsonl", action="store_true", help="JSON Lines in and out (the only form of ask, search, score, catalog)"
    )
    parser.add_argument("--port", type=int, default=8501, help="serve: the port on the loopback address")
    parser.add_argument(
        "--address", default="127.0.0.1", help="serve: the address to bind; loopback unless told otherwise"
    )
    parser.add_argument(
        "--source", action="append", default=[], help="refresh: URL or file of a catalogue; may be repeated"
    )
    parser.add_argument("--yes", action="store_true", help="refresh: write without asking")
    parser.add_argument("--language", choices=("es", "en"), help="refresh: language of the text; unset: the system's")
    options = parser.parse_args(arguments)
    options.language = options.language or system_language(os.environ)
    try:
        settings = settings_module.read(os.environ)
        if options.command == "serve":
            from advisor.ui.serve import serve

            return serve(options.address, options.port)
        from advisor import commands

        return commands.run(options.command, settings, options)
    except AdvisorError as error:
        print(f"{error.text.es}\n{error.text.en}", file=sys.stderr)
        return 1


def system_language(environment: Mapping[str, str]) -> str:
    """ "es" where the locale is Spanish, else "en"."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), None)
    named = named or locale.getlocale()[0] or ""
    return "es" if re.match(r"es([_.@-]|$)|spanish", named, re.IGNORECASE) else "en"


if __name__ == "__main__":
    sys.exit(main())
