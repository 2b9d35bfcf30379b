// The space-time diagram: only what is in sight is drawn.

const SVG = "http://www.w3.org/2000/svg";
const BLOCK = 64;

function svg(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  parent?.append(element);
  return element;
}

function html(name, className, text, parent) {
  const element = document.createElement(name);
  if (className) { element.className = className; }
  if (text !== undefined && text !== null) { element.textContent = text; }
  parent?.append(element);
  return element;
}

class Diagram {
  constructor(film, listener) {
    this.film = film;
    this.listener = listener;
    this.scroll = document.getElementById("scroll");
    this.canvas = document.getElementById("canvas");
    this.lines = document.getElementById("lines");
    this.rows = document.getElementById("rows");
    this.names = document.getElementById("names");
    this.marks = new Uint8Array(film.count + 1);
    this.blocks = Array.from({length: Math.ceil((film.count + 1) / BLOCK) + 1}, () => []);
    film.letters.filter(letter => letter.kind === "message").forEach(letter => this.#index(letter));
    this.measure();
  }

  #index(letter) {
    const last = Math.floor((letter.ended || letter.sent) / BLOCK);
    for (let block = Math.floor(letter.sent / BLOCK); block <= last; block++) {
      this.blocks[block].push(letter);
    }
  }

  /** Fits the lanes into the width that there is; where that is narrow, the rest is there to be scrolled to. */
  measure() {
    const width = this.scroll.clientWidth;
    this.narrow = width < 560 && !this.printing;
    this.scroll.classList.toggle("narrow", this.narrow);
    this.widest = 0;
    this.#widen(0);
    this.row = this.narrow ? 34 : 30;
    this.gutter = this.narrow ? 40 : 54;
    const room = (width - this.gutter) * (this.narrow ? 0.5 : 0.46);
    this.gap = Math.max(26, Math.min(84, room / Math.max(1, this.film.lanes.length)));
    if (this.narrow) {
      const longest = Math.max(0, ...this.film.lanes.map(lane => lane.name.length));
      this.gap = Math.max(this.gap, Math.min(84, longest * 8));
    }
    this.right = this.gutter + this.gap * this.film.lanes.length;
    this.canvas.style.height = this.film.count * this.row + 12 + "px";
    this.lines.setAttribute("width", this.right);
    this.#drawNames();
    this.draw();
  }

  /** The canvas never becomes narrower while one scrolls, whatever rows are in sight. */
  #widen(width) {
    this.widest = Math.max(this.widest, width);
    const style = this.widest > 0 ? this.widest + "px" : "";
    this.canvas.style.minWidth = style;
    this.names.style.minWidth = style;
  }

  x(lane) { return this.gutter + this.gap * (lane + 0.5); }

  y(step) { return (step - 0.5) * this.row; }

  #drawNames() {
    this.names.replaceChildren();
    this.names.setAttribute("width", this.right);
    this.names.setAttribute("height", 28);
    this.film.lanes.forEach((lane, i) => {
      const text = svg("text", {x: this.x(i), y: 19, "text-anchor": "middle",
        class: "name" + (lane.client ? " client" : "") + (this.film.violation?.nodes.includes(lane.name) ? " guilty" : "")},
      this.names);
      text.textContent = clipped(lane.name, Math.max(3, Math.floor(this.gap / 8)));
      svg("title", {}, text).textContent = lane.name;
    });
  }

  /** @param marks how each step is related to what is looked at */
  show(step, letter, marks) {
    this.step = step;
    this.letter = letter;
    this.marks = marks;
    this.draw();
  }

  /** Brings a step into sight. */
  reveal(step) {
    const top = (step - 1) * this.row;
    const height = this.scroll.clientHeight - this.names.clientHeight;
    if (top < this.scroll.scrollTop + this.row) {
      this.scroll.scrollTop = top - this.row * 2;
    } else if (top + this.row * 2 > this.scroll.scrollTop + height) {
      this.scroll.scrollTop = top + this.row * 3 - height;
    }
  }

  draw() {
    const height = this.printing ? this.film.count * this.row : this.scroll.clientHeight;
    const top = this.printing ? 0 : this.scroll.scrollTop;
    const first = Math.max(1, Math.floor(top / this.row) - 4);
    const last = Math.min(this.film.count, Math.ceil((top + height) / this.row) + 4);
    this.#drawLines(first, last);
    this.#drawRows(first, last);
  }

  #drawLines(first, last) {
    const svgTop = (first - 1) * this.row;
    this.lines.style.top = svgTop + "px";
    this.lines.setAttribute("height", (last - first + 1) * this.row);
    this.lines.setAttribute("viewBox", `0 ${svgTop} ${this.right} ${(last - first + 1) * this.row}`);
    const layers = ["bands", "lives", "arrows", "dots"].map(name => svg("g", {class: name}));
    const [bands, lives, arrows, dots] = layers;
    this.#drawLives(first, last, lives);
    const seen = new Set();
    for (let block = Math.floor(first / BLOCK); block <= Math.floor(last / BLOCK); block++) {
      for (const letter of this.blocks[block] || []) {
        if (!seen.has(letter.id) && letter.sent <= last && (letter.ended || letter.sent + 1) >= first) {
          seen.add(letter.id);
          this.#drawLetter(letter, arrows);
        }
      }
    }
    for (let number = first; number <= last; number++) {
      this.#drawStep(this.film.step(number), bands, dots);
    }
    this.lines.replaceChildren(...layers);
  }

  #drawLives(first, last, layer) {
    const line = (lane, from, to, kind) => {
      const start = Math.max(from, first - 1);
      const end = Math.min(to, last + 1);
      if (start < end) {
        svg("line", {x1: this.x(lane), x2: this.x(lane), y1: this.y(start), y2: this.y(end), class: "life " + kind}, layer);
      }
    };
    this.film.lanes.forEach((lane, i) => {
      if (lane.client) {
        line(i, 0, this.film.count + 1, "client");
        return;
      }
      const lives = this.film.lives[i];
      line(i, 0, lives.length > 0 ? lives[0].from : this.film.count + 1, "unborn");
      lives.forEach((life, k) => {
        line(i, life.from, k + 1 < lives.length ? lives[k + 1].from : this.film.count + 1, life.up ? "up" : "down");
      });
    });
  }

  #relation(letter) {
    if (this.letter === letter.id || letter.fate === "delivered" && this.step === letter.ended && this.letter === null
        && this.film.step(letter.ended).message === letter.id) {
      return "chosen";
    }
    const sent = this.marks[letter.sent];
    const ended = letter.fate === "delivered" ? this.marks[letter.ended] : 0;
    if ((sent === 1 || sent === 3) && (ended === 1 || ended === 3)) { return "past"; }
    return (sent === 2 || sent === 3) && ended === 2 ? "future" : "beside";
  }

  #drawLetter(letter, layer) {
    const from = this.film.lane(letter.from);
    const to = this.film.lane(letter.to);
    const x1 = this.x(from);
    const y1 = this.y(letter.sent);
    let x2 = this.x(to);
    let y2 = this.y(letter.ended || letter.sent + 0.7);
    const arrived = letter.fate === "delivered";
    let share = arrived ? 1 : letter.ended ? 0.75 : 0.4;
    const group = svg("g", {class: `letter ${letter.fate} ${this.#relation(letter)}`, "data-letter": letter.id}, layer);
    let path;
    if (from === to) {
      const out = x1 + Math.min(16, this.gap * 0.4);
      y2 = y1 + (y2 - y1) * share;
      path = `M${x1} ${y1} C${out} ${y1} ${out} ${y2} ${x1} ${y2}`;
    } else {
      x2 = x1 + (x2 - x1) * share;
      y2 = y1 + (y2 - y1) * share;
      path = `M${x1} ${y1} L${x2} ${y2}`;
    }
    svg("path", {d: path, class: "hit"}, group);
    svg("path", {d: path, class: "shaft"}, group);
    if (arrived) {
      const angle = from === to ? Math.PI : Math.atan2(y2 - y1, x2 - x1);
      this.#head(x2, y2, angle, group);
    } else if (letter.ended) {
      svg("path", {d: `M${x2 - 4} ${y2 - 4} l8 8 m0 -8 l-8 8`, class: "lost-mark"}, group);
    }
  }

  #head(x, y, angle, group) {
    const at = (length, turn) => `${x + length * Math.cos(angle + turn)} ${y + length * Math.sin(angle + turn)}`;
    const tip = `${x - 5 * Math.cos(angle)} ${y - 5 * Math.sin(angle)}`;
    svg("path", {d: `M${tip} L${at(-13, 0.32)} L${at(-13, -0.32)} Z`, class: "head"}, group);
  }

  #drawStep(step, bands, dots) {
    const y = this.y(step.step);
    const kind = ["past", "future", "chosen"][this.marks[step.step] - 1] || "beside";
    if (step.cuts) {
      const bar = svg("rect", {x: 1, y: y - this.row / 2, width: 4, height: this.row, class: "cut-bar"}, bands);
      svg("title", {}, bar).textContent = "cut: " + step.cuts.join(", ");
    }
    for (const answer of step.answers || []) {
      const from = this.x(this.film.lane(answer.from));
      const to = this.x(this.film.lane(answer.client));
      const group = svg("g", {class: `letter answer ${kind}`}, dots);
      svg("path", {d: `M${from} ${y} L${to} ${y}`, class: "shaft"}, group);
      this.#head(to + (from > to ? -4 : 4), y, from > to ? Math.PI : 0, group);
    }
    if (step.lane === null) {
      svg("line", {x1: this.gutter, x2: this.right, y1: y, y2: y, class: `band ${FAULTS.has(step.kind) ? "fault" : ""} ${kind}`}, bands);
      return;
    }
    const x = this.x(this.film.indexes.get(step.lane));
    const broken = step.step === this.film.count && this.film.violation;
    const wrong = this.film.difference?.step === step.step;
    if (broken || wrong) {
      svg("circle", {cx: x, cy: y, r: 10, class: "ring " + (broken ? "broken" : "wrong")}, dots);
    }
    mark(step.kind, x, y, kind, dots);
  }

  #drawRows(first, last) {
    const fragment = document.createDocumentFragment();
    for (let number = first; number <= last; number++) {
      fragment.append(this.#row(this.film.step(number)));
    }
    this.rows.replaceChildren(fragment);
    if (this.narrow) { this.#widen(this.canvas.scrollWidth); }
    if (first <= this.step && this.step <= last) {
      this.scroll.setAttribute("aria-activedescendant", "row-" + this.step);
    } else {
      this.scroll.removeAttribute("aria-activedescendant");
    }
  }

  /** What is cut off where there is room for it, is cut short where one would have to scroll for it. */
  #shown(text) { return this.narrow ? clipped(text, 300) : text; }

  #row(step) {
    const number = step.step;
    const relation = ["past", "future", "chosen"][this.marks[number] - 1] || "beside";
    const row = html("div", `row ${relation}`);
    row.id = "row-" + number;
    row.dataset.step = number;
    row.style.top = (number - 1) * this.row + "px";
    row.style.height = this.row + "px";
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", number === this.step);
    row.setAttribute("aria-setsize", this.film.count);
    row.setAttribute("aria-posinset", number);
    row.classList.toggle("selected", number === this.step);
    const label = html("span", "number", number, row);
    label.style.width = this.gutter - 14 + "px";
    html("span", "sign", {past: "↑", future: "↓", chosen: number === this.step ? "" : "↑"}[relation] || "", label);
    const text = html("span", "text", null, row);
    text.style.left = this.right + 6 + "px";
    const words = html("span", "words" + (FAULTS.has(step.kind) ? " fault" : ""), this.#shown(step.words), text);
    words.title = clipped(step.words, 300);
    if (this.film.difference?.step === number) {
      html("span", "badge wrong", "wrong from here", text);
    }
    if (number === this.film.count && this.film.violation) {
      html("span", "badge broken", "breaks it", text);
    }
    if (step.again?.length > 0) {
      html("span", "badge", "again", text);
    }
    const effects = this.film.effect(step);
    if (effects.length > 0) {
      html("span", "effects", this.#shown(effects.join(", ")), text);
    }
    return row;
  }
}

/** Draws the sign of a kind of step. */
function mark(kind, x, y, relation, layer) {
  const group = svg("g", {class: `dot ${relation} ${FAULTS.has(kind) ? "fault" : ""}`}, layer);
  switch (kind) {
    case "fire":
      svg("circle", {cx: x, cy: y, r: 6, class: "open"}, group);
      svg("path", {d: `M${x} ${y - 4} V${y} H${x + 3}`, class: "stroke"}, group);
      break;
    case "boot":
    case "recover":
      svg("path", {d: `M${x - 6} ${y - 5} H${x + 6} L${x} ${y + 5} Z`, class: "open"}, group);
      break;
    case "crash":
      svg("path", {d: `M${x - 6} ${y - 6} l12 12 m0 -12 l-12 12`, class: "stroke bold"}, group);
      break;
    case "throw":
    case "storage-error":
    case "skew":
      svg("path", {d: `M${x} ${y - 7} L${x + 7} ${y + 6} H${x - 7} Z`, class: "open"}, group);
      svg("path", {d: `M${x} ${y - 2} v4 m0 2 v0.5`, class: "stroke"}, group);
      break;
    case "command":
      svg("path", {d: `M${x - 4} ${y - 5} V${y + 5} L${x + 6} ${y} Z`, class: "full"}, group);
      break;
    case "run":
      svg("rect", {x: x - 4, y: y - 4, width: 8, height: 8, class: "full"}, group);
      break;
    default:
      svg("circle", {cx: x, cy: y, r: 4.5, class: "full"}, group);
  }
}
