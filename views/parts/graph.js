// Draws the payload of canvas.py with vis-network. Text reaches the page only through canvas text and textContent.
const FACE = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif";
const INK = "#1c2733", ACCENT = "#9b2226";
const DOUBLE = 450;  // milliseconds between the clicks of a double click
const PATIENCE = 1500, TRIES = 4;  // milliseconds until an event that was not heard is sent again, and how often

function measure(ctx, text, size, bold) {
  ctx.font = `${bold ? "600 " : ""}${size}px ${FACE}`;
  return ctx.measureText(text).width;
}

// box of a node's label in graph coordinates: [left, top, right, bottom]
function labelBox(ctx, node) {
  const w = measure(ctx, node.text, node.fontSize, node.bold), h = node.fontSize * 1.3, gap = node.size + 5;
  if (node.side === "b") return [node.x - w / 2, node.y + gap, node.x + w / 2, node.y + gap + h];
  if (node.side === "l") return [node.x - gap - w, node.y - h / 2, node.x - gap, node.y + h / 2];
  return [node.x + gap, node.y - h / 2, node.x + gap + w, node.y + h / 2];
}

function visNode(node, faded) {
  return {
    id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size, title: node.title, borderWidth: node.border,
    opacity: faded ? 0.25 : 1,
    shapeProperties: { borderDashes: node.pinned ? [3, 2] : false },
    color: { background: node.colour, border: node.pinned ? INK : "#ffffff",
      highlight: { background: node.colour, border: ACCENT }, hover: { background: node.colour, border: ACCENT } },
    borderWidthSelected: 3,
  };
}

function visEdge(edge, captions, size = 11) {
  const smooth = edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false;
  return {
    id: edge.id, from: edge.from, to: edge.to, title: edge.title, dashes: edge.derived ? [5, 4] : false, smooth,
    width: edge.width, selectionWidth: 1.5, hoverWidth: 1, label: captions ? edge.label : undefined,
    font: { face: FACE, size, color: "#66717d", strokeWidth: 4, strokeColor: "#ffffff", align: "horizontal" },
    color: { color: edge.colour, opacity: edge.opacity, highlight: ACCENT, hover: ACCENT },
    arrows: edge.directed ? { to: { enabled: true, scaleFactor: 0.45 } } : "",
  };
}

class Picture {
  constructor(host) {
    this.host = host;
    this.canvas = host.querySelector(".pc-canvas");
    this.selected = null;
    this.events = [];
    this.serial = 0;
  }

  draw(data) {
    this.data = data;
    this.index = new Map(data.nodes.map((n) => [n.id, n]));
    this.near = new Map();
    for (const e of data.edges) {
      for (const [a, b] of [[e.from, e.to], [e.to, e.from]]) {
        if (!this.near.has(a)) this.near.set(a, new Set());
        this.near.get(a).add(b);
      }
    }
    this.nodes = new vis.DataSet(data.nodes.map((n) => visNode(n, false)));
    this.edges = new vis.DataSet(data.edges.map((e) => visEdge(e, data.captions, data.captionSize)));
    const large = data.nodes.length > 400;
    const options = {
      physics: false, layout: { improvedLayout: false },
      interaction: { hover: !large, hideEdgesOnDrag: large, hideEdgesOnZoom: large, dragNodes: !large, multiselect: false,
        tooltipDelay: 250, keyboard: false, zoomSpeed: 0.7 },
    };
    if (this.net) this.net.destroy();
    this.selected = this.tie = null;
    this.net = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, options);
    this.net.on("afterDrawing", (ctx) => this.labels(ctx));
    this.net.on("click", (event) => this.click(event));
    this.net.on("dragEnd", (event) => {
      for (const [id, at] of Object.entries(this.net.getPositions(event.nodes))) Object.assign(this.index.get(id), at);
    });
    this.net.on("hoverNode", (event) => { this.hovered = event.node; this.canvas.style.cursor = "pointer"; });
    this.net.on("blurNode", () => { this.hovered = null; this.canvas.style.cursor = ""; });
    this.net.on("hoverEdge", () => { this.canvas.style.cursor = "pointer"; });
    this.net.on("blurEdge", () => { this.canvas.style.cursor = ""; });
    this.faded = new Set();
    this.fit();
    this.host.dataset.drawn = String(Number(this.host.dataset.drawn ?? 0) + 1);
  }

  // labels have a least size on the screen, so their share of the picture depends on the scale: a few rounds settle it
  fit() {
    this.narrow = false;
    const ctx = this.canvas.querySelector("canvas").getContext("2d");
    const { clientWidth: w, clientHeight: h } = this.canvas;
    let scale = 1, middle = { x: 0, y: 0 };
    for (let round = 0; round < 4; round++) {
      let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const n of this.index.values()) {
        const box = labelBox(ctx, { ...n, fontSize: Math.max(n.fontSize, 11.5 / scale) });
        l = Math.min(l, box[0], n.x - n.size); t = Math.min(t, box[1], n.y - n.size);
        r = Math.max(r, box[2], n.x + n.size); b = Math.max(b, box[3], n.y + n.size);
      }
      middle = { x: (l + r) / 2, y: (t + b) / 2 };
      scale = Math.min(1.25, (w - 24) / (r - l), (h - 24) / (b - t));
    }
    // on a narrow screen long names would press the picture together: it is fitted without those that have no room then
    const xs = [...this.index.values()].map((n) => n.x), ys = [...this.index.values()].map((n) => n.y);
    const [l, r, t, b] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const bare = Math.min(1.25, (w - 60) / (r - l || 1), (h - 60) / (b - t || 1));
    if (scale < 0.6 * bare) {
      [scale, middle] = [bare, { x: (l + r) / 2, y: (t + b) / 2 }];
      this.narrow = true;
    }
    this.net.moveTo({ position: middle, scale, animation: false });
  }

  // labels keep a readable size at every zoom; where there is no room the less connected one waits until one zooms in
  labels(ctx) {
    const scale = this.net.getScale();
    const focus = this.selected && this.near.get(this.selected);
    const { clientWidth, clientHeight } = this.canvas;
    const corner = this.net.DOMtoCanvas({ x: 0, y: 0 }), far = this.net.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    const taken = new Map(), column = 160 / scale, row = 20 / scale;
    this.shown = [];
    ctx.textBaseline = "middle"; ctx.textAlign = "left"; ctx.lineJoin = "round";
    const urgency = (n) => (n.id === this.selected || n.id === this.hovered ? 3 : n.bold ? 2 + (n.size > 20) / 2 : focus && focus.has(n.id) ? 1 : 0);
    const order = [...this.index.values()].sort((a, b) => urgency(b) - urgency(a) || b.degree - a.degree);
    const cellsOf = (box) => {
      const cells = [];
      for (let c = Math.floor(box[0] / column); c <= Math.floor(box[2] / column); c++)
        for (let r = Math.floor(box[1] / row); r <= Math.floor(box[3] / row); r++) cells.push(`${c}:${r}`);
      return cells;
    };
    const take = (box, cells) => cells.forEach((cell) => taken.set(cell, [...(taken.get(cell) ?? []), box]));
    // no label lies on the centre or on another hub
    for (const { x, y, size } of order.filter((n) => n.bold)) {
      const box = [x - size, y - size, x + size, y + size];
      take(box, cellsOf(box));
    }
    for (const node of order) {
      if (node.x < corner.x - column || node.x > far.x + column || node.y < corner.y || node.y > far.y) continue;
      const chosen = node.id === this.selected || node.id === this.hovered;
      const size = Math.max(node.fontSize, (node.bold || chosen ? 13 : 11.5) / scale);
      const box = labelBox(ctx, { ...node, fontSize: size, bold: node.bold || chosen });
      const cells = cellsOf(box);
      const cut = this.narrow && (box[0] < corner.x || box[2] > far.x);
      if (cut && !chosen && !node.bold) continue;
      const clear = (o) => box[2] < o[0] || box[0] > o[2] || box[3] < o[1] || box[1] > o[3];
      if (!chosen && !cells.every((cell) => (taken.get(cell) ?? []).every(clear))) continue;
      take(box, cells);
      this.shown.push([node.id, box]);
      ctx.globalAlpha = focus && !chosen && !focus.has(node.id) ? 0.3 : 1;
      measure(ctx, node.text, size, node.bold || chosen);
      ctx.lineWidth = 3.5 / scale; ctx.strokeStyle = "rgba(255,255,255,0.9)";
      ctx.strokeText(node.text, box[0], (box[1] + box[3]) / 2);
      ctx.fillStyle = chosen ? ACCENT : INK;
      ctx.fillText(node.text, box[0], (box[1] + box[3]) / 2);
    }
    ctx.globalAlpha = 1;
  }

  labelAt(point) {
    const found = this.shown.find(([, [l, t, r, b]]) => point.x >= l && point.x <= r && point.y >= t && point.y <= b);
    return found ? found[0] : null;
  }

  // a double click is told by when the button was pressed, not by when a busy browser comes to hear of it
  click(event) {
    const id = event.nodes[0] ?? this.labelAt(event.pointer.canvas);
    const at = event.event.srcEvent.timeStamp, again = id && id === this.last?.id && at - this.last.at < DOUBLE;
    this.last = again ? null : { id, at };
    if (again) this.send({ kind: "expand", id });
    else if (id) this.choose("node", id);
    else if (event.edges.length) this.choose("tie", event.edges[0]);
    else if (this.selected || this.tie) this.choose("", null);
  }

  // Python works on the panel while the picture is marked
  choose(kind, id) {
    this.send({ kind: kind || "none", id: id ?? "" });
    this.mark(kind, id);
  }

  // the arrow keys lead to the entity that is nearest in their direction, those in it before those beside it
  step(dx, dy) {
    const from = this.index.get(this.selected) ?? this.index.get(this.data.nodes[0].id);
    if (!this.selected) return this.choose("node", from.id);
    let best = null, least = Infinity;
    for (const n of this.index.values()) {
      const along = (n.x - from.x) * dx + (n.y - from.y) * dy, aside = Math.abs((n.x - from.x) * dy) + Math.abs((n.y - from.y) * dx);
      if (n === from || along <= 0 || aside > 2 * along) continue;
      if (along + 2 * aside < least) [best, least] = [n, along + 2 * aside];
    }
    if (best) this.choose("node", best.id);
    if (best) this.reveal(best.id);
  }

  reveal(id) {
    const at = this.net.canvasToDOM(this.net.getPositions([id])[id]), { clientWidth: w, clientHeight: h } = this.canvas;
    if (at.x < 20 || at.y < 20 || at.x > w - 20 || at.y > h - 20) this.net.moveTo({ position: this.index.get(id), animation: false });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button")) return;
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const kinds = { Enter: "centre", " ": "expand", Delete: "hide", p: "pin" };
    if (steps[event.key]) this.step(...steps[event.key]);
    else if (kinds[event.key] && this.selected) this.send({ kind: kinds[event.key], id: this.selected });
    else if (event.key === "Escape" && (this.selected || this.tie)) this.choose("", null);
    else if (event.key === "+" || event.key === "-") this.zoom(event.key === "+" ? 1.3 : 1 / 1.3);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  // shows the selection without redrawing: what is not tied to the selected entity fades
  mark(kind, id) {
    this.selected = kind === "node" && this.index.has(id) ? id : null;
    this.tie = kind === "tie" && this.edges.get(id) ? id : null;
    this.net.unselectAll();
    if (this.selected) this.net.selectNodes([this.selected]);
    if (this.tie) this.net.selectEdges([this.tie]);
    if (this.index.size <= 400) {
      const focus = this.selected && (this.near.get(this.selected) ?? new Set());
      const now = new Set(focus ? [...this.index.keys()].filter((n) => n !== this.selected && !focus.has(n)) : []);
      const changed = [...this.index.keys()].filter((n) => now.has(n) !== this.faded.has(n));
      this.nodes.update(changed.map((n) => ({ id: n, opacity: now.has(n) ? 0.25 : 1 })));
      this.faded = now;
      this.edges.update(this.data.edges.map((e) => {
        const faint = focus && e.from !== this.selected && e.to !== this.selected;
        return { id: e.id, color: { ...visEdge(e).color, opacity: faint ? 0.08 : e.opacity } };
      }));
    }
    this.net.redraw();
  }

  zoom(factor) {
    this.net.moveTo({ scale: this.net.getScale() * factor, animation: false });
  }
}

const SVG = "http://www.w3.org/2000/svg";
function swatch(shape, colour) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  const points = {
    square: "3,3 17,3 17,17 3,17", triangle: "10,2 18,17 2,17", triangleDown: "2,3 18,3 10,18", diamond: "10,1 19,10 10,19 1,10",
    hexagon: "5,2 15,2 20,10 15,18 5,18 0,10", star: "10,0 12.6,7 20,7.3 14.2,12 16.2,19.4 10,15.2 3.8,19.4 5.8,12 0,7.3 7.4,7",
  }[shape];
  const drawn = document.createElementNS(SVG, points ? "polygon" : "circle");
  if (points) drawn.setAttribute("points", points);
  else { drawn.setAttribute("cx", "10"); drawn.setAttribute("cy", "10"); drawn.setAttribute("r", "7.5"); }
  drawn.setAttribute("fill", colour);
  svg.append(drawn);
  return svg;
}

function legend(host, data) {
  const box = host.querySelector(".pc-legend");
  box.replaceChildren();
  for (const item of data.legend) {
    const entry = document.createElement("span");
    entry.append(swatch(item.shape, item.colour), `${item.caption} ${item.count}`);
    box.append(entry);
  }
  for (const [style, text] of [["solid", data.words.stated], ["dashed", data.words.derived]].filter(([, text]) => text)) {
    const entry = document.createElement("span"), line = document.createElement("i");
    line.style.borderTopStyle = style;
    entry.append(line, text);
    box.append(entry);
  }
}

function tools(host, picture, data) {
  const acts = { in: () => picture.zoom(1.3), out: () => picture.zoom(1 / 1.3), fit: () => picture.fit(),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen()) };
  for (const button of host.querySelectorAll("button")) {
    button.title = data.words[button.dataset.act];
    button.setAttribute("aria-label", button.title);
    button.onclick = acts[button.dataset.act];
  }
}

// the library comes by a component of its own, perhaps after this one
export default function (component) {
  let leave = null, waiting = 0;
  const begin = () => {
    if (!globalThis.vis?.Network) globalThis.polecoreVis?.();
    if (globalThis.vis?.Network) leave = mount(component);
    else waiting = setTimeout(begin, 15);
  };
  begin();
  return () => { clearTimeout(waiting); leave?.(); };
}

function mount(component) {
  const { data, parentElement, setStateValue } = component;
  const host = parentElement.querySelector(".pc-graph");
  const picture = (host.picture ??= new Picture(host));
  // while Python has not heard of the last events, the picture knows better what is selected
  const ahead = picture.serial > data.heard, mine = picture.tie ? ["tie", picture.tie] : ["node", picture.selected];
  picture.serial = Math.max(picture.serial, data.heard);
  picture.heard = data.heard;
  // of two messages that follow each other closely only the later may arrive, so each carries the last few events; and
  // none may, so they are sent again until they were heard
  const tell = (tries) => {
    clearTimeout(picture.waiting);
    setStateValue("events", picture.events.map((event) => ({ ...event, tries })));
    if (tries < TRIES) picture.waiting = setTimeout(() => picture.heard < picture.serial && tell(tries + 1), PATIENCE * 2 ** tries);
  };
  picture.send = (event) => {
    picture.events = [...picture.events.slice(-9), { ...event, serial: ++picture.serial }];
    tell(0);
  };
  // Python leaves out what it has sent before; a component that was mounted anew asks for it
  if (picture.signature !== data.signature && !data.nodes) {
    picture.send({ kind: "again", id: "" });
    return;
  }
  if (picture.signature !== data.signature) {
    picture.signature = data.signature;
    host.style.height = `${data.height}px`;
    host.setAttribute("aria-label", data.words.label);
    picture.draw(data);
    legend(host, data);
    tools(host, picture, data);
    host.onkeydown = (event) => picture.key(event);
  }
  const [kind, id] = ahead ? mine : [data.selected.kind, data.selected.id];
  if ((picture.selected ?? picture.tie ?? "") !== (id ?? "")) picture.mark(kind, id);
  if (!picture.watch) {
    picture.watch = new ResizeObserver(() => picture.net && picture.canvas.clientWidth && picture.fit());
    picture.watch.observe(picture.canvas);
  }
  // links to entities elsewhere on the page come back to Python without loading the page again
  const follow = (event) => {
    const link = event.target.closest?.("a[href*='entity=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || url.pathname !== location.pathname) return;
    event.preventDefault();
    picture.send({ kind: "centre", id: url.searchParams.get("entity") });
  };
  document.addEventListener("click", follow, true);
  return () => {
    document.removeEventListener("click", follow, true);
    setTimeout(() => {
      if (host.isConnected || !picture.net) return;
      picture.watch.disconnect();
      picture.net.destroy();
      picture.net = null;
      host.picture = null;
    }, 0);
  };
}
