// The page: what is selected, and how people change it.

const $ = id => document.getElementById(id);
const films = data.films.map(raw => new Film(raw));
const STEP = /^(\d+)(?:-\d+)?\. /;
const LONG_STORY = 40;
const STORY_HEAD = 12;
const STORY_TAIL = 20;

const page = {
  film: null,
  diagram: null,
  inspector: null,
  step: 1,
  letter: null,

  /** Shows an execution, from the step given or from where it is most worth looking at. */
  open(film, from = 0) {
    this.film = film;
    this.diagram = new Diagram(film, this);
    this.inspector = new Inspector(film, this);
    $("slider").max = film.count;
    headline(film);
    account(film);
    $("scroll").scrollTop = 0;
    this.select(from || film.difference?.step || film.count);
  },

  /** Selects a step. */
  select(number, letter = null) {
    this.step = Math.max(1, Math.min(this.film.count, number));
    this.letter = letter;
    this.look(this.step, letter);
    this.inspector.show(this.step, letter);
    this.diagram.reveal(this.step);
    $("slider").value = this.step;
    $("slider").setAttribute("aria-valuetext", `step ${this.step}: ${clipped(this.film.step(this.step).words, 200)}`);
    $("position").textContent = `${this.step} / ${this.film.count}`;
    $("spoken").textContent = `Step ${this.step}: ${clipped(this.film.step(this.step).words, 200)}`;
  },

  /** Selects a letter: at the step where it ends, if it ends there by being handed over. */
  pick(letter) {
    this.select(letter.fate === "delivered" ? letter.ended : letter.sent, letter.id);
  },

  /** Shows what is related to a letter, as long as one points at it; null for what is selected. */
  hover(letter) {
    if (letter === null) {
      this.look(this.step, this.letter);
    } else {
      this.look(this.step, letter.id);
    }
  },

  look(step, letterId) {
    const letter = letterId === null ? null : this.film.letters[letterId];
    const marks = letter === null ? this.film.relations(this.film.end(step), [step])
      : this.film.relations([letter.sent], letter.fate === "delivered" ? [letter.ended] : []);
    this.diagram.show(step, letterId, marks);
  },

  /** The next or previous step of the same lane. */
  along(direction) {
    const lane = this.film.step(this.step).lane;
    const own = lane === null ? [] : this.film.onLane[this.film.indexes.get(lane)];
    const next = direction > 0 ? own.find(n => n > this.step) : own.filter(n => n < this.step).pop();
    if (next !== undefined) { this.select(next); }
  }
};

function headline(film) {
  const run = film.run;
  const title = film.violation ? `${film.violation.invariant} is broken` : "Nothing is broken";
  document.title = title + " – Heddle report";
  $("headline").textContent = title;
  document.body.classList.toggle("passed", !film.violation);
  $("detail").textContent = film.violation ? film.violation.detail : "No invariant broke in this execution.";
  $("origin").textContent = ["Heddle report", run.target + (run.bugs.length > 0 ? " with " + run.bugs.join(", ") : ""),
    counted(run.lanes.filter(lane => lane.kind === "node").length, "node", "nodes"), run.network, `seed ${run.seed}`].join(" · ");
  const first = $("first");
  first.hidden = !film.violation;
  first.replaceChildren();
  const target = film.difference?.step ?? film.count;
  const link = html("button", "link", film.difference ? `It goes wrong first at step ${target}` : `It breaks at step ${target}`, first);
  link.type = "button";
  link.addEventListener("click", () => page.select(target));
  if (film.count > 0) { first.append(": " + film.step(target).words + "."); }
  $("sizes").textContent = films
    .map(f => `${f.name}: ${counted(f.run.deliveries, "delivery", "deliveries")}, `
      + counted(f.run.externals, "external", "externals")).join(" · ");
}

function counted(count, one, many) { return `${count} ${count === 1 ? one : many}`; }

/** A long story is folded in its middle: how it begins and how it ends is what one looks for. */
function account(film) {
  const list = $("account").querySelector("ol");
  const rest = $("account").querySelector("div");
  list.replaceChildren();
  rest.replaceChildren();
  const steps = film.account.filter(line => STEP.test(line));
  const parts = steps.length > LONG_STORY
    ? [steps.slice(0, STORY_HEAD), steps.slice(STORY_HEAD, -STORY_TAIL), steps.slice(-STORY_TAIL)] : [steps];
  parts.forEach((part, i) => {
    const within = i === 1 ? folded(counted(part.length, "more step", "more steps"), list) : list;
    for (const line of part) {
      const link = html("button", "link", line, html("li", null, null, within));
      link.type = "button";
      link.addEventListener("click", () => page.select(Number(STEP.exec(line)[1])));
    }
  });
  film.account.filter(line => line !== "" && !STEP.test(line)).forEach(line => html("p", null, line, rest));
}

function folded(title, list) {
  const fold = html("details", null, null, html("li", null, null, list));
  html("summary", null, title, fold);
  return html("ol", null, null, fold);
}

function chooseFilm() {
  if (films.length < 2) { return; }
  $("films").hidden = false;
  films.forEach((film, i) => {
    const label = html("label", null, null, $("films"));
    const radio = html("input", null, null, label);
    radio.type = "radio";
    radio.name = "film";
    radio.checked = i === 0;
    radio.addEventListener("change", () => page.open(film));
    html("span", null, `${film.name} (${film.count})`, label);
  });
}

const KEYS = {
  ArrowDown: () => page.select(page.step + 1), ArrowRight: () => page.select(page.step + 1),
  ArrowUp: () => page.select(page.step - 1), ArrowLeft: () => page.select(page.step - 1),
  Home: () => page.select(1), End: () => page.select(page.film.count),
  n: () => page.along(1), p: () => page.along(-1),
  w: () => page.select(page.film.difference?.step ?? page.film.count),
  v: () => page.select(page.film.count),
  Escape: () => page.select(page.step)
};

document.addEventListener("keydown", event => {
  const field = event.target.closest("input, select, textarea, pre");
  if (event.ctrlKey || event.metaKey || event.altKey || field && event.key.length > 1) { return; }
  const action = KEYS[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

$("slider").addEventListener("input", () => page.select(Number($("slider").value)));
$("to-first").addEventListener("click", () => page.select(1));
$("back").addEventListener("click", () => page.select(page.step - 1));
$("forth").addEventListener("click", () => page.select(page.step + 1));
$("to-last").addEventListener("click", () => page.select(page.film.count));


/** A click on the diagram is meant for the arrow under it, if there is one, else for the row. */
function under(event) {
  return document.elementsFromPoint(event.clientX, event.clientY).map(element => element.closest("[data-letter]"))
    .find(group => group !== null);
}

$("scroll").addEventListener("click", event => {
  const group = under(event);
  const row = event.target.closest("[data-step]");
  if (group) {
    page.pick(page.film.letters[Number(group.dataset.letter)]);
  } else if (row) {
    page.select(Number(row.dataset.step));
  }
});

let hovered = null;
$("scroll").addEventListener("pointermove", event => {
  const group = event.pointerType === "mouse" ? under(event) : undefined;
  const letter = group ? page.film.letters[Number(group.dataset.letter)] : null;
  const tip = $("tip");
  if (letter !== hovered) {
    hovered = letter;
    page.hover(letter);
    tip.hidden = letter === null;
    if (letter) { tip.textContent = `${letter.from} → ${letter.to}  ${clipped(letter.text, 600)}`; }
  }
  if (letter) {
    tip.style.left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8) + "px";
    tip.style.top = Math.min(event.clientY + 18, innerHeight - tip.offsetHeight - 8) + "px";
  }
});
$("scroll").addEventListener("pointerleave", () => {
  if (hovered !== null) {
    hovered = null;
    $("tip").hidden = true;
    page.hover(null);
  }
});

let waiting = false;
$("scroll").addEventListener("scroll", () => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      page.diagram.draw();
    });
  }
});
new ResizeObserver(() => page.diagram.measure()).observe($("scroll"));

addEventListener("beforeprint", () => { page.diagram.printing = true; page.diagram.measure(); });
addEventListener("afterprint", () => { page.diagram.printing = false; page.diagram.measure(); });

if (data.campaign !== null) {
  $("campaign").href = data.campaign;
  $("campaign").hidden = false;
}
$("replay").textContent = data.replay;
$("copy").addEventListener("click", () => {
  const done = () => { $("copy").textContent = "Copied"; };
  const byHand = () => {
    getSelection().selectAllChildren($("replay"));
    if (document.execCommand("copy")) { done(); }
  };
  if (navigator.clipboard) {
    navigator.clipboard.writeText(data.replay).then(done, byHand);
  } else {
    byHand();
  }
});

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
function offerOtherTheme() {
  $("theme").textContent = dark() ? "Light" : "Dark";
}
$("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  offerOtherTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", offerOtherTheme);
offerOtherTheme();

function legend() {
  const signs = [["boot", "starts"], ["deliver", "gets a message"], ["fire", "a timer goes off"], ["run", "a task runs"],
    ["command", "a client asks"], ["crash", "crashes"], ["throw", "a fault in a node"]];
  signs.forEach(([kind, meaning]) => {
    const item = html("span", null, null, $("legend"));
    mark(kind, 9, 9, "chosen", svg("svg", {width: 18, height: 18, "aria-hidden": true}, item));
    item.append(meaning);
  });
}

legend();
chooseFilm();
page.open(films[0], Number(location.hash.slice(1)));
