// The list of findings: selection, decisions, filters. A key touches the old row and the new one, no more.
class Panel {
  constructor(data, article, store, text, joins) {
    Object.assign(this, { data, article, store, text, joins });
    this.current = -1;
    this.shown = data.findings.map(() => true);
    this.filter = { severities: new Set(Object.keys(config.severities)), check: '', status: '' };
    this.same = new Map();
    data.findings.forEach((finding, index) => {
      if (!this.same.has(finding.fingerprint)) this.same.set(finding.fingerprint, []);
      this.same.get(finding.fingerprint).push(index);
    });
    this.done = countDone(store, article.fingerprints);
    this.rows = data.findings.map((finding, index) => this.row(finding, index));
    byId('findings').replaceChildren(...this.rows);
    byId('no-findings').hidden = this.rows.length > 0;
    this.verified = new Verified(data.verifications, this);
    this.progress();
  }

  row(finding, index) {
    const status = this.store.get(finding.fingerprint).status;
    const quotes = finding.evidence.slice(0, 3).map(({ text }) => (text.length > 60 ? `${text.slice(0, 59)}…` : text));
    return el('li', { class: `row is-${status}`, 'data-index': index },
      el('button', { type: 'button', class: 'head', 'aria-expanded': 'false' },
        el('span', { class: 'kind' }, el('span', { class: `sev sev-${finding.severity}` }),
          config.severities[finding.severity], el('span', { class: 'state' }, config.statuses[status])),
        el('span', { class: 'message', dir: 'auto' }, finding.message),
        el('span', { class: 'quotes', dir: 'auto' }, quotes.length ? `«\u00a0${quotes.join('\u00a0» … «\u00a0')}\u00a0»` : '')));
  }

  select(index, { focus = true } = {}) {
    if (index === this.current && this.rows[index]?.querySelector('.detail')) return;
    this.close();
    this.verified.close();
    const row = this.rows[index];
    if (!row) return;
    this.current = index;
    this.open(row, this.data.findings[index]);
    if (focus) row.firstChild.focus({ preventScroll: true });
  }

  open(row, item) {
    row.classList.add('open');
    row.firstChild.setAttribute('aria-expanded', 'true');
    row.append(detailOf(item, item.fingerprint === undefined ? OPEN : this.store.get(item.fingerprint)));
    this.text.mark(item);
    this.text.show(item);
    this.joins.show(item);
    row.scrollIntoView({ block: 'nearest' });
  }

  shut(row) {
    row.classList.remove('open');
    row.firstChild.setAttribute('aria-expanded', 'false');
    while (row.childNodes.length > 1) row.lastChild.remove();
    this.text.mark(null);
    this.joins.show(null);
  }

  close() {
    const row = this.rows[this.current];
    this.current = -1;
    if (!row) return;
    this.shut(row);
    row.hidden = !this.shown[Number(row.dataset.index)];
  }

  // The next row shown in a direction, from the current one.
  step(by) {
    let at = this.current < 0 && by < 0 ? this.rows.length : this.current;
    do at += by; while (at >= 0 && at < this.rows.length && !this.shown[at]);
    if (at >= 0 && at < this.rows.length) this.select(at);
  }

  decide(status, { reason = '', note = '' } = {}) {
    const index = this.current;
    const finding = this.data.findings[index];
    if (!finding) return;
    const { fingerprint, slug } = finding;
    this.store.set(fingerprint, { fingerprint, slug, status, reason, note, by: byId('by').value.trim() }, index);
    this.refresh(index);
    say(words[status]);
    this.step(1);
    if (this.current !== index) return;
    this.close();
    if (this.shown[index]) this.select(index);
  }

  undo() {
    const index = this.store.undo();
    if (index === undefined) { say(words.nothing_to_undo); return; }
    this.refresh(index);
    this.close();
    this.select(index);
    say(words.undone);
  }

  ask() {
    const row = this.rows[this.current];
    if (!row || row.querySelector('form')) return;
    const detail = row.querySelector('.detail');
    const actions = detail.lastElementChild;
    this.cancel = () => {
      form.remove();
      actions.hidden = false;
      row.firstChild.focus({ preventScroll: true });
    };
    const form = reasonForm((why) => this.decide('dismissed', why), this.cancel);
    actions.hidden = true;
    detail.prepend(form);
    form.querySelector('input').focus({ preventScroll: true });
    form.scrollIntoView({ block: 'nearest' });
  }

  // After a decision on one finding: its row, those of the same fingerprint, the counts.
  refresh(index) {
    const { fingerprint } = this.data.findings[index];
    const { status } = this.store.get(fingerprint);
    for (const at of this.same.get(fingerprint)) {
      const row = this.rows[at];
      this.done += (status !== 'open') - !row.classList.contains('is-open');
      row.classList.remove('is-open', 'is-accepted', 'is-dismissed');
      row.classList.add(`is-${status}`);
      row.querySelector('.state').textContent = config.statuses[status];
      this.shown[at] = this.passes(this.data.findings[at]);
      row.hidden = !this.shown[at] && at !== this.current;
    }
    this.progress();
  }

  refreshAll() {
    this.data.findings.forEach((_, index) => this.refresh(index));
    this.apply();
  }

  progress() {
    const total = this.rows.length;
    byId('meter').max = Math.max(total, 1);
    byId('meter').value = total ? this.done : 1;
    byId('done').textContent = fill(words.done, { done: this.done, total });
  }

  passes(finding) {
    const { severities, check, status } = this.filter;
    return severities.has(finding.severity) && (!check || check === finding.slug)
      && (!status || status === this.store.get(finding.fingerprint).status);
  }

  apply() {
    let count = 0;
    this.data.findings.forEach((finding, index) => {
      this.shown[index] = this.passes(finding);
      count += this.shown[index];
      this.rows[index].hidden = !this.shown[index];
    });
    if (this.current >= 0 && !this.shown[this.current]) this.close();
    say(count ? fill(words.shown, { n: count }) : words.no_match);
  }

  // The findings whose evidence covers a run; clicking again goes to the next one.
  at(run) {
    const covering = this.data.findings.flatMap((finding, index) =>
      (this.shown[index] && finding.evidence.some(({ runs: [a, b] }) => a <= run && run < b) ? [index] : []));
    if (!covering.length) return;
    this.select(covering[(covering.indexOf(this.current) + 1) % covering.length], { focus: false });
  }
}

// What was checked: rows that open like the findings, without a decision to take.
class Verified {
  constructor(items, panel) {
    Object.assign(this, { items, panel, current: -1 });
    this.rows = items.map((item, index) => el('li', { class: `row verdict-${item.calculation.verdict}`, 'data-index': index },
      el('button', { type: 'button', class: 'head', 'aria-expanded': 'false' },
        el('span', { class: 'kind' }, el('span', { class: 'sev sev-verdict' }),
          config.verdicts[item.calculation.verdict] ?? item.calculation.verdict),
        el('span', { class: 'message', dir: 'auto' }, item.message))));
    byId('verified').replaceChildren(...this.rows);
    byId('no-verified').hidden = items.length > 0;
  }

  toggle(index) {
    const same = index === this.current;
    this.panel.close();
    this.close();
    if (same) return;
    this.current = index;
    this.panel.open(this.rows[index], this.items[index]);
  }

  close() {
    if (this.current >= 0) this.panel.shut(this.rows[this.current]);
    this.current = -1;
  }
}
