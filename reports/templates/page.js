(() => {
  "use strict";
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const line = ".group :is(p, details):is(.pass, .pass-if, .falls, .open, .fail, .given, .prose):not(.also)";
  const find = document.getElementById("find"), found = document.getElementById("found");
  const names = Object.fromEntries(("alpha α beta β gamma γ delta δ epsilon ϵε varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ " +
    "sigma σ tau τ phi ϕφ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω hbar ħℏ ell ℓ nabla ∇ partial ∂ infty ∞")
    .split(" ").reduce((pairs, word, i, words) => i % 2 ? pairs : [...pairs, [word, words[i + 1]]], []));
  const cased = text => text.normalize("NFKD").replace(/\\([A-Za-z]+)/g, (whole, name) => (names[name] || name)[0])
    .replace(/[\u0300-\u036f\u2061-\u2064\s{}_^$]/g, "").replace(/[ϕφ]/g, "φ").replace(/ϵ/g, "ε").replace(/ℏ/g, "ħ");
  const plain = text => cased(text).toLowerCase();

  const words = element => element.tagName === "ARTICLE" ? [...element.children].filter(c => c.tagName !== "FOOTER").map(c => c.textContent).join(" ") : element.textContent;
  // The name of a paper means that paper alone; its authors are found with each of its lines.
  const papers = new Map(all(".paper").map(paper => [plain(paper.dataset.name), paper]));
  const authors = new Map(all(".paper").map(paper => [paper, plain(paper.dataset.authors)]));
  let lines, matched = [], at = -1;
  const labelled = element => plain(element.querySelector("h2, b, th a")?.textContent ?? "").replace(/^equation/, "").replace(/[()]/g, "");
  const boxes = all(".filter input"), named = Object.fromEntries(boxes.map(box => [box.id.slice(5), box.parentElement.textContent.replace(/[\s\d]+$/, "").trim()]));
  const kind = element => element.matches(".card, tr") ? "fail" : element.closest(".list") ? "premise" : element.classList[0];
  const index = () => lines ??= all(line + ", .card, .paper .wrong tbody tr").map(element => [element, cased(words(element) + (element.closest(".unchecked") ? " not checked" : "") + " " + named[kind(element)])]).map(([element, said]) => ({
    element, said, text: said.toLowerCase(), label: labelled(element), paper: element.closest(".paper"), is: element.tagName !== "TR",
    kind: kind(element), id: element.id || element.querySelector(".r")?.hash.slice(1),
    within: [element.closest(".list"), element.closest(".group"), element.closest(".wrong"), element.closest(".paper")].filter(Boolean),
  }));
  (window.requestIdleCallback ?? setTimeout)(index);
  const boxed = all(".list, .group, .wrong, .paper"), none = document.getElementById("none");
  // What is in a box without hits is hidden with it, and is not touched; nor is anything where nothing is searched.
  let hit = null;  // of a search: the lines by kind, those of that label, the kinds in each box
  const search = () => {
    const typed = find.value.trim().split(/\s+/).filter(plain), wanted = typed.map(plain), hits = new Map(), missed = [];
    const symbols = typed.map(word => /_/.test(word) && /\p{Lu}/u.test(word) ? cased(word) : "");  // E_F is no part of a word
    const labels = wanted.map(word => word.replace(/[()]/g, "")), exact = [], begun = [], other = [];
    hit = wanted.length ? { lines: {}, exact: {}, boxes: hits } : null;
    at = -1;
    if (hit) {
      for (const line of index()) {
        const miss = !wanted.every((word, n) => symbols[n] ? line.said.includes(symbols[n]) : papers.has(word) ? papers.get(word) === line.paper : line.text.includes(word) || authors.get(line.paper).includes(word));
        if (miss) { missed.push(line); continue; }
        line.element.classList.remove("miss");
        for (const box of line.within) { if (!hits.has(box)) hits.set(box, new Set()); hits.get(box).add(line.kind); }
        if (!line.is) continue;
        const whole = labels.includes(line.label), begins = labels.some(label => line.label.startsWith(label + "."));
        (whole ? exact : begins ? begun : other).push(line.element);
        (hit.lines[line.kind] ??= new Set()).add(line.id);
        if (whole || begins) (hit.exact[line.kind] ??= new Set()).add(line.id);
      }
      for (const line of missed) if (line.within.every(box => hits.has(box))) line.element.classList.add("miss");
    }
    const wrong = element => element.matches(".card, .fail");  // of several lines of that label
    matched = [...exact.filter(wrong), ...exact.filter(element => !wrong(element)), ...begun, ...other];
    for (const box of boxed) {
      if (hit) box.classList.toggle("miss", !hits.has(box));
      if (box.tagName === "DETAILS" && box.open !== hits.has(box)) box.open = hits.has(box);
    }
    document.body.classList.toggle("searching", !!hit);
    tell();
  };
  // A section without a line of the kinds that are shown says nothing, nor does a page without any; numbers are of what is searched.
  const kinds = new Map(all(".group").map(box => [box, new Set(all(line, box).map(kind))]));
  const totals = new Map(boxes.map(box => [box, box.parentElement.querySelector("small").textContent]));
  const tell = () => {
    const shown = boxes.filter(box => box.checked).map(box => box.id.slice(5));
    const sum = (of, some) => some.reduce((total, kind) => total + (of[kind]?.size ?? 0), 0), here = held => shown.some(kind => held?.has(kind));
    let any = !hit && shown.includes("fail") && !!document.querySelector(".card");
    for (const [box, held] of kinds) { const some = here(hit ? hit.boxes.get(box) : held); box.classList.toggle("void", !some); any ||= some; }
    for (const paper of papers.values()) { const some = !hit || here(hit.boxes.get(paper)); paper.classList.toggle("void", !some); any ||= some && !!hit; }
    for (const box of boxes) box.parentElement.querySelector("small").textContent = hit ? sum(hit.lines, [box.id.slice(5)]) : totals.get(box);
    const count = hit ? sum(hit.lines, shown) : 0, exact = hit ? sum(hit.exact, shown) : 0;
    found.textContent = hit ? (count === 1 ? "1 line" : count + " lines") + (exact && exact < count ? ", " + exact + " of that name" : "") : "";
    const elsewhere = hit ? boxes.filter(box => !box.checked && hit.lines[box.id.slice(5)]).map(box => named[box.id.slice(5)] + " " + hit.lines[box.id.slice(5)].size) : [];
    none.textContent = any ? "" : !hit ? "There is no line of this kind." : elsewhere.length ? "Only lines of other kinds have it: " + elsewhere.join(", ") + "."
      : "No line has all of: " + find.value.trim() + ". Words, symbols (Φ, \\lambda), labels, kinds (conditional) and names of papers are found.";
    none.hidden = !none.textContent;
    document.body.classList.toggle("empty", !none.hidden);
  };
  const keep = () => {
    const query = new URLSearchParams(), off = boxes.filter(box => !box.checked).map(box => box.id.slice(5));
    if (find.value.trim()) query.set("q", find.value.trim());
    if (off.length) query.set("hide", off.join(" "));
    const text = query.toString();
    try { history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash); } catch { /* a file in an old browser */ }
  };
  const query = new URLSearchParams(location.search), off = (query.get("hide") || "").split(" ");
  // A click shows one kind alone, or all again; with a key it adds or takes away.  Lists of a kind that stands alone open.
  const alone = () => {
    const shown = boxes.filter(box => box.checked);
    if (shown.length === 1 && shown[0].id === "show-premise") all(".list").forEach(list => list.open = true);
    tell();
  };
  for (const box of boxes) {
    box.checked = !off.includes(box.id.slice(5));
    box.parentElement.title = "Show only these; again: all; with Ctrl or Shift: one kind more or less";
    box.addEventListener("click", event => {
      const here = all(".paper").filter(paper => paper.getBoundingClientRect().top < 0).pop();
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) {
        const again = !box.checked && boxes.every(other => other === box || !other.checked);
        for (const other of boxes) other.checked = again || other === box;
      }
      alone();
      keep();
      if (here?.checkVisibility()) here.scrollIntoView();  // the lines of the paper that was read
    });
  }
  find.value = query.get("q") || "";
  all("[hidden]").forEach(element => element.hidden = false);
  let waiting;
  find.addEventListener("input", () => { search(); clearTimeout(waiting); waiting = setTimeout(keep, 300); });
  if (find.value) search();
  alone();

  const show = id => {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest(".miss") || (find.value && target.matches(".paper, .group, body"))) { find.value = ""; search(); keep(); }  // a link out of the hits ends the search
    for (let at = target; at; at = at.parentElement) { if (at.tagName === "DETAILS") at.open = true; at.classList.remove("miss"); }
    settle(target);
  };
  // What comes into view takes its true size only then, and moves what is below: once more, until it stays.
  let aim;
  const settle = (target, frames = 60, still = 0) => {
    aim = target;
    target.scrollIntoView({ block: "start" });
    const place = target.getBoundingClientRect().top;
    requestAnimationFrame(() => setTimeout(() => {
      if (aim !== target || !frames) return;
      const stays = Math.abs(target.getBoundingClientRect().top - place) < 1;
      if (stays && still > 4) aim = null; else settle(target, frames - 1, stays ? still + 1 : 0);
    }));
  };
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(kind, () => aim = null, { capture: true, passive: true });
  const tools = document.querySelector(".tools"), root = document.documentElement;
  new ResizeObserver(() => {
    const over = getComputedStyle(tools).position === "sticky" ? tools.offsetHeight : 0;
    root.style.scrollPaddingTop = over + 12 + "px";
    if (aim) settle(aim);
  }).observe(tools);
  const decoded = hash => { try { return decodeURIComponent(hash.slice(1)); } catch { return hash.slice(1); } };
  const open = () => show(decoded(location.hash));
  addEventListener("hashchange", open);
  addEventListener("load", open);
  open();
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A place that is new is shown once the browser has left this one: what it keeps for the way back is where the reader was.
    if (link.getAttribute("href") === location.hash) show(decoded(location.hash));
  });
  const step = way => {
    const cards = all(".card").filter(card => card.checkVisibility());
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const next = way > 0 ? cards.find(card => card.getBoundingClientRect().top > top + 8)
      : cards.findLast(card => card.getBoundingClientRect().top < top - 8);
    if (next) { settle(next); next.querySelector("h2 a").focus({ preventScroll: true }); }
  };
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "Escape" && event.target === find) { find.value = ""; search(); keep(); find.blur(); }
      if (event.key === "Enter" && event.target === find) {
        const seen = matched.filter(each => each.checkVisibility());
        if (seen.length) settle(seen[at = (at + 1) % seen.length]);
        if (matchMedia("(pointer: coarse)").matches) find.blur();  // its keyboard covers the hit
      }
      return;
    }
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "/") { event.preventDefault(); find.focus(); }
  });
  for (const strip of all(".strip")) strip.addEventListener("click", event => {
    const box = strip.getBoundingClientRect(), lines = all(line, strip.closest(".paper"));
    let at = (event.clientX - box.left) / box.width * strip.viewBox.baseVal.width;
    const numbers = strip.dataset.lines.split(" ").map(run => run.split("-").map(Number));
    for (const number of numbers.flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, n) => first + n))) {
      const line = lines[number], wrong = line.classList.contains("fail");
      at -= wrong ? 5 : 1;
      if (at < 0) { location.hash = wrong ? line.querySelector(".r").hash : line.id; break; }
    }
  });
  // A formula that is wider than its place scrolls there, and the keyboard must reach it.
  const seen = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0; else { target.removeAttribute("tabindex"); continue; }
      const change = target.querySelector(".ins, .del");  // what changes is in view from the start, unless it stands above
      if (change && !target.closest(".wide")?.previousElementSibling.checkVisibility() && !target.scrollLeft) {
        const over = change.getBoundingClientRect().right - target.getBoundingClientRect().right;
        if (over > -60) target.scrollLeft = over + 60;
      }
    }
  }, { rootMargin: "400px" });
  all(".w").forEach(formula => seen.observe(formula));
  // A wrong line of a list shows the formulas of its card, once it comes into view.
  const lists = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      lists.unobserve(target);
      const card = document.getElementById(target.parentElement.querySelector("a").hash.slice(1));
      const said = card?.querySelector(".said .wide") ?? card?.querySelector(".said");
      if (said) target.replaceChildren(...[...said.childNodes].map(node => node.cloneNode(true)));
    }
  }, { rootMargin: "400px" });
  all(".f").forEach(line => lists.observe(line));
  const copied = async (button, text) => {
    try { await navigator.clipboard.writeText(text); }
    catch {
      const area = document.createElement("textarea");
      area.value = text; document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
    }
    const before = button.textContent;
    button.style.minWidth = button.offsetWidth + "px";  // what stands beside it stays there
    button.textContent = "Copied"; setTimeout(() => button.textContent = before, 1200);
  };
  // As one types it: formulas as LaTeX, indices and powers with their signs.
  const letters = node => node.nodeType === 3 ? node.data
    : node.localName === "annotation" || !node.childNodes ? ""
    : /^(msub|msup)$/.test(node.localName) && [...node.children].every(child => !child.children.length) && [...node.children[1].textContent].length === 1
      ? node.children[0].textContent + (node.localName === "msub" ? "_" : "^") + node.children[1].textContent
    : [...node.childNodes].map(letters).join("");
  // The same in plain letters, for an e-mail: h/(2e), never the LaTeX of it.
  const spelt = node => {
    if (node.nodeType === 3) return node.data;
    if (node.localName === "annotation") return "";
    const parts = [...node.childNodes].map(spelt), kind = node.localName;
    const one = text => text.length < 2 || /^([\d.]+|\p{L}\p{M}*|\w_\w+)$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : "(" + text + ")";
    if (kind === "mfrac") return "(" + one(parts[0].trim()) + "/" + one(parts[1].trim()) + ")";
    if (kind === "msqrt") return "√" + one(parts.join("").trim());
    const low = text => /^[\p{L}\d]+$/u.test(text) ? text : one(text);
    if (/^(msub|munder)$/.test(kind)) return parts[0] + "_" + low(parts[1].trim());
    if (kind === "msup") return parts[0] + (/^[′*†]+$/.test(parts[1]) ? parts[1] : "^" + one(parts[1].trim()));
    if (/^(msubsup|munderover)$/.test(kind)) return parts[0] + "_" + low(parts[1].trim()) + "^" + one(parts[2].trim());
    if (kind === "mo" && /^[=<>≤≥≈≡∼≃≠≪≫∝→⇒∈+±]$/.test(parts.join(""))) return " " + parts.join("") + " ";
    return parts.join("");
  };
  const typed = (node, sign = "") => {
    if (node.nodeType === 3) return node.data;
    const name = node.localName, inner = () => [...node.childNodes].map(child => typed(child, sign)).join("");
    if (name === "math") return sign ? sign + (node.querySelector("annotation")?.textContent ?? letters(node).replace(/−/g, "-")) + sign : spelt(node).replace(/ +/g, " ").trim();
    if (name === "sub" || name === "sup") {
      const text = inner();
      return (name === "sub" ? "_" : "^") + ([...text].length > 1 ? "(" + text + ")" : text);
    }
    return name === "button" ? "" : inner() + (/^(p|li|dd|div|tr|h\d)$/.test(name) ? "\n" : "");
  };
  const comment = card => {
    const text = what => { const found = card.querySelector(what); return found ? typed(found).replace(/\s+/g, " ").trim() : ""; };
    const said = card.dataset.said ?? text(".said"), right = card.dataset.right ?? text(".right");
    const label = what => text(what).replace(/^./, letter => letter.toUpperCase());
    // What is marked as a change is printed; of all else the card says whose words it is.
    const own = card.querySelector(".said .del, .right .ins") ? "Printed" : label(".said-as");
    return [card.closest(".paper").dataset.cited, text("h2") + ", " + text("header span span") + ": " + text(".fault") + ".", card.dataset.from, own + ": " + said,
      right && label(".right-as") + ": " + right, card.dataset.where && "Here " + card.dataset.where + ".", [text(".why"), text(".rest")].join(" ").trim(), text(".check").replace(/ \(x\.[^()]*\)/g, ""), online && "In full: " + address(card)].filter(Boolean).join("\n");
  };
  // A page on a disk has no address that others can open.
  const online = location.protocol !== "file:", address = card => location.href.split(/[?#]/)[0] + "#" + card.id;
  const copies = { "corrected LaTeX": card => card.dataset.latex, "printed LaTeX": card => card.dataset.print, "corrected SymPy": card => card.dataset.sympy, comment, link: address };
  for (const card of all(".card")) for (const name of Object.keys(copies).reverse()) if (name === "link" ? online : copies[name](card)) {
    const button = document.createElement("button");
    button.type = "button"; button.dataset.copy = name; button.textContent = "Copy " + name;
    card.querySelector("footer").prepend(button);
  }
  document.addEventListener("click", event => {
    const button = event.target.closest("button[data-copy]");
    if (button) copied(button, copies[button.dataset.copy](button.closest(".card")));
  });
  // A formula that is copied from the page arrives as LaTeX, an index or a power of the words with its sign.
  document.addEventListener("copy", event => {
    const chosen = getSelection();
    if (chosen.isCollapsed || event.target.closest?.("input, textarea")) return;
    const range = chosen.getRangeAt(0), whole = at => (at.nodeType === 1 ? at : at.parentElement).closest("math, sub, sup");
    const [first, last] = [whole(range.startContainer), whole(range.endContainer)];
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    const part = range.cloneContents();
    if (!part.querySelector("math, sub, sup")) return;
    event.clipboardData.setData("text/plain", [...part.childNodes].map(node => typed(node, "$")).join("").replace(/[ \t]+/g, " ").trim());
    event.preventDefault();
  });
})();
