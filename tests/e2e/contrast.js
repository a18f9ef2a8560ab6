// Texts in sight whose contrast with what lies behind them is below WCAG AA, with their ratio.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const luminance = (color) => {
    const [r, g, b] = color.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const color = rgba(getComputedStyle(e).backgroundColor);
      if (color[3]) layers.push(color);
      if (color[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  // A slider writes its value beside the thumb that holds it; icons are drawn with a font.
  const apart = ".sr, [aria-hidden=true], script, style, :disabled, [data-testid=stSlider], [data-testid=stIconMaterial]";
  const root = document.querySelector("[role=dialog]") || document.body;
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = {};
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement, style = getComputedStyle(element), range = document.createRange();
    range.selectNode(node);
    const hidden = !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!node.nodeValue.trim() || hidden || element.closest(apart) || range.getBoundingClientRect().width < 2) continue;
    const under = behind(element), size = parseFloat(style.fontSize);
    const [low, high] = [luminance(over(rgba(style.color), under)), luminance(under)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) found[node.nodeValue.trim().slice(0, 60)] = Math.round(100 * ratio) / 100;
  }
  return found;
}
