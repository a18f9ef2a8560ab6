// What Streamlit leaves out: the page's language, a live region for the conversation, its built-in words in Spanish,
// and a view that follows the conversation. `window.__page` (language, conversation, words) is set before this runs.
(() => {
  document.documentElement.lang = window.__page.language;
  if (window.__dressed) { window.__dressed(); return; }

  const quietly = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  const translate = (root) => {
    const { words, openings } = window.__page;
    const translated = (given) => {
      const start = Object.keys(openings).find((known) => given.startsWith(known));
      return words[given] || (start ? openings[start] + given.slice(start.length) : given);
    };
    for (const element of root.querySelectorAll("[aria-label],[title],[placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"]) {
        const given = element.getAttribute(name);
        if (given) quietly(element, name, translated(given));
      }
    }
    const texts = "[data-testid=stSkipToContent], [data-testid=InputInstructions], [role=dialog] *, [role=listbox] *";
    for (const element of root.querySelectorAll(texts)) {
      const text = element.firstChild;
      if (element.childNodes.length !== 1 || text.nodeType !== 3) continue;
      const told = translated(text.nodeValue);
      if (told !== text.nodeValue) text.nodeValue = told;
    }
  };

  const mark = () => {
    // Dialogs and menus hang outside the app, where its theme does not reach.
    const app = document.querySelector("[data-testid=stApp]");
    if (app) document.documentElement.style.colorScheme = getComputedStyle(app).colorScheme;
    const talk = document.querySelector(".st-key-conversation");
    if (talk) {
      quietly(talk, "role", "log");
      quietly(talk, "aria-live", "polite");
      quietly(talk, "aria-label", window.__page.conversation);
    }
    for (const table of document.querySelectorAll("[data-testid=stMarkdownContainer] table")) quietly(table, "tabindex", "0");
  };

  // The last turn is brought to the top when it begins and held there while it is drawn, unless the person scrolls.
  let seen = -1, holding = 0;
  const follow = () => {
    const turns = document.querySelectorAll("[class*=st-key-turn-]");
    const last = turns[turns.length - 1];
    if (turns.length !== seen) {
      seen = turns.length;
      holding = performance.now() + 1500;
    }
    const running = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "running";
    if (holding && running) holding = performance.now() + 600;
    if (!last || performance.now() > holding || turns.length < 2) return;
    if (Math.abs(last.getBoundingClientRect().top - 56) > 4) last.scrollIntoView({ block: "start", behavior: "instant" });
  };
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(kind, (event) => { if (!event.target.closest?.("textarea")) holding = 0; }, { passive: true });
  }

  // After "stop" Streamlit draws nothing more by itself: the hidden button has the kept part of the answer drawn.
  let redraw = 0;
  const settle = () => {
    const app = document.querySelector("[data-testid=stApp]");
    const idle = app?.dataset.testScriptState === "notRunning" && app?.dataset.testConnectionState === "CONNECTED";
    clearTimeout(redraw);
    if (idle && document.querySelector(".live")) {
      redraw = setTimeout(() => document.querySelector("[class*=st-key-redraw] button")?.click(), 250);
    }
  };

  let due = 0;
  const dress = () => { due = 0; translate(document.body); mark(); follow(); settle(); };
  const soon = () => { due ||= requestAnimationFrame(dress); };
  window.__dressed = soon;
  new MutationObserver(soon).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ["aria-label", "title", "placeholder", "data-test-script-state", "data-test-connection-state"],
  });
  soon();
})();
