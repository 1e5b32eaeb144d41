// The article: one element a run, so that layers overlap without nesting.
const SEVERITY_CLASS = ['', 'f-style', 'f-check', 'f-warning', 'f-error'];
const LABEL_CLASS = { PER: 'e-per', ORG: 'e-org', LOC: 'e-loc' };
const MASKED = 1;
const HIDDEN = 2;
const HEADINGS = { headline: 2, heading: 3 };

class ArticleText {
  constructor(data) {
    this.data = data;
    this.root = byId('text');
    this.runs = [];
    this.marked = [];
    this.root.replaceChildren(...data.blocks.map((block) => this.block(block)));
  }

  block({ role, runs }) {
    const level = HEADINGS[role];
    const node = el('div', {
      class: `block role-${role}`, dir: 'auto', role: level && 'heading', 'aria-level': level,
    });
    for (const run of runs) {
      const child = this.run(run);
      child.dataset.run = this.runs.length;
      this.runs.push(child);
      node.append(child);
    }
    return node;
  }

  run(run) {
    if (typeof run === 'string') return el('span', {}, run);
    const [words, severity, quantity, entity, flags] = run;
    const node = el('span', {}, words);
    if (flags & HIDDEN) node.classList.add('break');
    if (flags & MASKED) node.classList.add('masked');
    if (severity) node.classList.add('f', SEVERITY_CLASS[severity]);
    if (quantity >= 0) this.layer(node, 'quantity', quantity, 'q');
    if (entity >= 0) this.layer(node, 'entity', entity, LABEL_CLASS[this.data.entities[entity].label]);
    return node;
  }

  layer(node, kind, index, style) {
    node.classList.add(style);
    node.dataset[kind] = index;
    const before = this.runs[this.runs.length - 1];
    // Only the first run of a mention takes the focus.
    if (before && before.dataset[kind] === String(index) && before.parentNode) return;
    node.classList.add('first');
    node.tabIndex = 0;
    node.setAttribute('role', 'button');
    node.setAttribute('aria-describedby', 'card');
  }

  // Shows the evidence of one item, numbered, and hides the former one's.
  mark(item) {
    for (const node of this.marked) {
      node.classList.remove('on', 'on-first');
      delete node.dataset.n;
    }
    this.marked = [];
    if (!item) return;
    item.evidence.forEach(({ runs: [first, last] }, index) => {
      for (let at = first; at < last; at += 1) this.markRun(this.runs[at], at === first, index + 1);
    });
  }

  markRun(node, first, number) {
    node.classList.add('on');
    this.marked.push(node);
    if (!first) return;
    node.classList.add('on-first');
    node.dataset.n = node.dataset.n ? `${node.dataset.n}·${number}` : String(number);
  }

  firsts(item) {
    return item.evidence.map(({ runs: [first] }) => this.runs[first]).filter(Boolean);
  }

  // Scrolls the page so that all the evidence is seen, or its beginning where it does not fit.
  show(item) {
    const boxes = this.firsts(item).map((node) => node.getBoundingClientRect());
    if (!boxes.length) return;
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const bar = document.querySelector('.bar').offsetHeight;
    const room = this.room() - bar;
    const middle = bottom - top < room - 80 ? (top + bottom) / 2 : top + room / 3;
    if (top < bar + 40 || bottom > bar + room - 40) window.scrollBy(0, middle - bar - room / 2);
  }

  // The height in which the article is seen: on a narrow window the panel lies over its foot.
  room() {
    const panel = byId('panel');
    return getComputedStyle(panel).position === 'fixed' ? panel.getBoundingClientRect().top : window.innerHeight;
  }
}

// The bracket in the margin that joins the evidence of the current item.
class Joins {
  constructor(text) {
    this.text = text;
    this.svg = byId('joins');
    this.sheet = byId('sheet');
    this.item = null;
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.sheet);
  }

  show(item) { this.item = item; this.draw(); }

  draw() {
    this.svg.replaceChildren();
    if (!this.item) return;
    const origin = this.sheet.getBoundingClientRect().top;
    const rows = this.text.firsts(this.item)
      .map((node) => node.getClientRects()[0]).filter(Boolean)
      .map((box) => box.top + box.height / 2 - origin);
    if (!rows.length) return;
    this.svg.setAttribute('height', this.sheet.offsetHeight);
    const path = [`M12 ${Math.min(...rows)} V${Math.max(...rows)}`, ...rows.map((y) => `M12 ${y} H24`)];
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path.join(' '));
    this.svg.append(line);
  }

  close() { this.observer.disconnect(); this.svg.replaceChildren(); }
}
