// What the data of the page say, and what follows from it.

const data = JSON.parse(document.getElementById("data").textContent);
const FAULTS = new Set(["crash", "cut", "sever", "partition", "reset", "drop", "duplicate", "corrupt", "throw",
  "storage-error", "skew"]);

/** The kind of a message: its text up to its contents. */
function kindOf(text) {
  const end = text.search(/[{ (]/);
  return end < 0 ? text : text.slice(0, end);
}

function clipped(text, length) {
  return text.length <= length ? text : text.slice(0, length - 1) + "…";
}

/** One execution, ready to be asked. Steps are counted from 1. */
class Film {
  constructor(raw) {
    this.name = raw.name;
    this.difference = raw.difference;
    this.account = raw.account;
    this.run = raw.execution;
    this.steps = this.run.steps;
    this.letters = this.run.messages;
    this.lanes = this.run.lanes.map(lane => ({name: lane.name, client: lane.kind === "client"}));
    this.violation = this.run.violation;
    this.count = this.steps.length;
    this.indexes = new Map(this.lanes.map((lane, i) => [lane.name, i]));
    this.effects = this.steps.map(() => []);
    this.onLane = this.lanes.map(() => []);
    this.lives = this.lanes.map(() => []);
    this.fields = new Map(this.lanes.map(lane => [lane.name, new Map()]));
    this.repeats = new Map();
    this.steps.forEach(step => this.#take(step));
  }

  #take(step) {
    (step.causes || []).forEach(cause => this.effects[cause - 1].push(step.step));
    const lane = step.lane === null ? -1 : this.indexes.get(step.lane);
    if (lane >= 0) {
      this.onLane[lane].push(step.step);
      const lives = this.lives[lane];
      const up = !step.down;
      if (!this.lanes[lane].client && (lives.length === 0 || lives[lives.length - 1].up !== up)) {
        lives.push({from: step.step, up});
      }
    }
    for (const change of step.changes || []) {
      const own = this.fields.get(step.lane);
      if (!own.has(change.field)) {
        own.set(change.field, []);
      }
      own.get(change.field).push({step: step.step, value: change.after, before: change.before});
    }
    const letter = this.handed(step);
    if (letter && letter.kind === "message" && step.kind === "deliver") {
      const key = JSON.stringify([letter.from, letter.to, letter.text]);
      const earlier = this.repeats.get(key) || [];
      this.repeats.set(key, [...earlier.slice(-20), step.step]);
      step.again = earlier;
    }
  }

  step(number) {
    return this.steps[number - 1];
  }

  /** What a step hands over, or is about; undefined for none. */
  handed(step) {
    return step.message === undefined ? undefined : this.letters[step.message];
  }

  /** The lane of an actor or client, or -1. */
  lane(actor) {
    const index = this.indexes.get(actor) ?? this.indexes.get(actor.split("/")[0]);
    return index ?? -1;
  }

  /** The fields of a node after a step: each with its value and since when it has it. */
  state(lane, number) {
    const state = [];
    for (const [field, values] of this.fields.get(this.lanes[lane].name)) {
      let low = 0;
      let high = values.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (values[middle].step <= number) { low = middle + 1; } else { high = middle; }
      }
      const last = values[low - 1];
      if (last && last.value !== null) {
        state.push({field, value: last.value, since: last.step, before: last.before});
      }
    }
    return state;
  }

  /** True, false, or null before its first start. */
  up(lane, number) {
    let up = null;
    for (const life of this.lives[lane]) {
      if (life.from > number) { break; }
      up = life.up;
    }
    return up;
  }

  /** For each step 1 where it led to one of these, 2 where it came of one, 0 where it is neither; they are 3. */
  relations(causes, results) {
    const marks = new Uint8Array(this.count + 1);
    this.#spread(causes, 1, marks, number => this.step(number).causes || []);
    this.#spread(results, 2, marks, number => this.effects[number - 1]);
    [...causes, ...results].forEach(number => { marks[number] = 3; });
    return marks;
  }

  #spread(from, mark, marks, next) {
    const seen = new Set(from);
    const rest = [...from];
    while (rest.length > 0) {
      for (const number of next(rest.pop())) {
        if (!seen.has(number)) {
          seen.add(number);
          marks[number] = mark;
          rest.push(number);
        }
      }
    }
  }

  /** A step, and where it is the one that breaks something, the last steps of the nodes that break it. */
  end(number) {
    const guilty = number === this.count && this.violation ? this.violation.nodes : [];
    const lasts = guilty.map(name => this.onLane[this.indexes.get(name)]?.at(-1));
    return [...new Set([number, ...lasts.filter(last => last !== undefined)])];
  }

  /** What becomes of a letter, in a few words; the step's number is to follow where it has one. */
  fate(letter) {
    switch (letter.fate) {
      case "delivered": return letter.kind === "message" ? "arrives at step " : "runs at step ";
      case "dropped": return "is dropped at step ";
      case "lost": return "is lost at step ";
      case "replaced": return "is corrupted at step ";
      case "cancelled": return "is cancelled at step ";
      default: return letter.kind === "message" ? "is still under way at the end" : "is still waiting at the end";
    }
  }

  /** What a step changed, as short texts. */
  effect(step) {
    const changes = (step.changes || []).filter(change => change.before !== null && change.after !== null);
    return changes.map(c => `${c.field} ${clipped(c.before, 20)} → ${clipped(c.after, 20)}`);
  }
}
