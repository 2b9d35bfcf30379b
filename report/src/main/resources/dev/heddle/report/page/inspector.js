// What is known of the selected step, and the state of every node after it.

class Inspector {
  constructor(film, listener) {
    this.film = film;
    this.listener = listener;
    this.panel = document.getElementById("inspector");
  }

  show(number, letterId) {
    const step = this.film.step(number);
    const parts = document.createDocumentFragment();
    const title = html("h2", null, null, parts);
    html("span", "overline", `Step ${number} of ${this.film.count}`, title);
    html("span", null, step.words, title);
    if (this.film.difference?.step === number) { parts.append(this.#wrong(this.film.difference, step)); }
    if (number === this.film.count && this.film.violation) { parts.append(this.#broken(this.film.violation)); }
    const letter = letterId === null ? this.film.handed(step) : this.film.letters[letterId];
    if (letter) { parts.append(this.#letter(letter, number)); }
    const did = this.#did(step);
    if (did.childElementCount > 1) { parts.append(did); }
    parts.append(this.#states(number));
    this.panel.replaceChildren(parts);
  }

  #link(number, parent, text) {
    const link = html("button", "link", text ?? number, parent);
    link.type = "button";
    link.addEventListener("click", () => this.listener.select(number));
    return link;
  }

  #wrong(difference, step) {
    const card = html("section", "card wrong");
    html("h3", null, "It goes wrong first here", card);
    if (difference.absent) {
      html("p", null, `Without ${difference.defect} this does not happen at all.`, card);
      return card;
    }
    const lines = html("dl", "pair", null, card);
    html("dt", null, `With ${difference.defect}`, lines);
    html("dd", null, difference.with, lines);
    html("dt", null, "Without it", lines);
    html("dd", null, difference.without, lines);
    if (step.lane === null || difference.right.length === 0) { return card; }
    const lane = this.film.indexes.get(step.lane);
    const before = new Map(this.film.state(lane, step.step - 1).map(f => [f.field, f.value]));
    const after = this.film.state(lane, step.step);
    const right = new Map(difference.right.map(f => [f.field, f.value]));
    const told = after.filter(({field, value}) => value !== right.get(field) || value !== before.get(field));
    // Where only what was sent differs, the two lines above say all.
    if (told.length === 0) { return card; }
    const wrap = html("div", "wide", null, card);
    const table = html("table", null, null, wrap);
    html("caption", null, `${step.lane}, before and after this step`, table);
    const head = html("tr", null, null, html("thead", null, null, table));
    ["", "before", `with ${difference.defect}`, "without it"].forEach(text => {
      html("th", null, text, head).scope = "col";
    });
    const body = html("tbody", null, null, table);
    for (const {field, value} of told) {
      const other = right.get(field);
      const row = html("tr", value === other ? "" : "differs", null, body);
      html("th", null, field, row).scope = "row";
      [before.get(field), value, other].forEach(text => html("td", null, text ?? "", row));
    }
    return card;
  }

  #broken(violation) {
    const card = html("section", "card broken");
    html("h3", null, `${violation.invariant} is broken here`, card);
    html("p", null, violation.detail, card);
    return card;
  }

  #letter(letter, number) {
    const card = html("section", "card");
    const title = {message: "The message", timer: "The timer", task: "The task"}[letter.kind];
    html("h3", null, letter.kind === "message" ? `${title} ${letter.from} → ${letter.to}` : `${title} of ${letter.to}`, card);
    html("pre", "contents", letter.text, card).tabIndex = 0;
    const line = html("p", null, letter.kind === "message" ? "Sent at step " : "Set at step ", card);
    this.#link(letter.sent, line);
    line.append("; " + this.film.fate(letter));
    if (letter.ended) { this.#link(letter.ended, line); }
    line.append(".");
    const again = letter.ended === number ? this.film.step(number).again || [] : [];
    if (again.length > 0) {
      const note = html("p", "again", `${letter.to} got exactly the same from ${letter.from} before, at step `, card);
      again.slice(-5).forEach((earlier, i) => {
        if (i > 0) { note.append(", "); }
        this.#link(earlier, note);
      });
      note.append(".");
    }
    return card;
  }

  #did(step) {
    const card = html("section", "card");
    html("h3", null, "What it did", card);
    const changes = (step.changes || []).filter(change => change.before !== null);
    if (changes.length > 0) {
      const list = html("ul", "changes", null, card);
      changes.forEach(change => {
        const item = html("li", null, null, list);
        html("span", "field", change.field, item);
        html("del", null, clipped(change.before, 300), item);
        item.append(" → ");
        html("ins", null, clipped(change.after ?? "gone", 300), item);
      });
    }
    const sent = (step.sent || []).map(id => this.film.letters[id]);
    if (sent.length > 0) {
      const list = html("ul", "sent", null, card);
      sent.slice(0, 50).forEach(letter => this.#sent(letter, list));
      if (sent.length > 50) { html("li", null, `and ${sent.length - 50} more`, list); }
    }
    (step.answers || []).forEach(answer => html("p", null, `${answer.from} answers ${answer.client}: ${clipped(answer.text, 300)}`, card));
    if (step.uncaught) { html("pre", "contents fault", step.uncaught, card); }
    if (step.cuts) { html("p", "fault", "Cut: " + step.cuts.join(", "), card); }
    if (step.byRule) { html("p", "quiet", "Nobody chose this: it follows by rule, as the execution settles.", card); }
    return card;
  }

  #sent(letter, list) {
    const item = html("li", null, null, list);
    const what = letter.kind === "message" ? `sends ${kindOf(letter.text)} to ${letter.to}`
      : letter.kind === "timer" ? `sets the timer ${kindOf(letter.text)}` : `hands over the task ${kindOf(letter.text)}`;
    const link = html("button", "link", what, item);
    link.type = "button";
    link.addEventListener("click", () => this.listener.pick(letter));
    item.append(", which " + this.film.fate(letter));
    if (letter.ended) { this.#link(letter.ended, item); }
  }

  #states(number) {
    const section = html("section", "states");
    html("h3", null, `Every node after step ${number}`, section);
    const grid = html("div", "nodes", null, section);
    const acted = this.film.step(number).lane;
    this.film.lanes.forEach((lane, i) => {
      if (!lane.client) { grid.append(this.#node(lane.name, i, number, lane.name === acted)); }
    });
    return section;
  }

  #node(name, lane, number, acted) {
    const up = this.film.up(lane, number);
    const guilty = number === this.film.count && this.film.violation?.nodes.includes(name);
    const card = html("section", `node ${acted ? "acted" : ""} ${up === true ? "" : "out"} ${guilty ? "guilty" : ""}`);
    const title = html("h4", null, name, card);
    if (up !== true) { html("span", "quiet", up === null ? "not started" : "down", title); }
    if (guilty) { html("span", "badge broken", this.film.violation.invariant, title); }
    const list = html("dl", null, null, card);
    for (const {field, value, since, before} of this.film.state(lane, number)) {
      const changed = since === number && before !== null;
      const item = html("div", changed ? "changed" : "", null, list);
      html("dt", null, field, item);
      const shown = html("dd", null, null, item);
      if (changed) {
        html("del", null, clipped(before, 120), shown);
        shown.append(" → ");
        html("ins", null, clipped(value, 400), shown);
      } else {
        shown.textContent = clipped(value, 400);
      }
      this.#link(since, item).title = `as it is since step ${since}`;
    }
    return card;
  }
}
