// The card that shows the normalised values of what is pointed at or focused.
class Card {
  constructor(data) {
    this.data = data;
    this.node = byId('card');
    this.text = byId('text');
    this.owner = null;
    this.listeners = new AbortController();
    const on = (target, type, run) => target.addEventListener(type, run, { signal: this.listeners.signal });
    on(this.text, 'mouseover', (event) => this.enter(event.target));
    on(this.text, 'focusin', (event) => this.enter(event.target));
    on(this.text, 'focusout', () => this.hide());
    on(this.text, 'mouseout', (event) => this.leave(event.relatedTarget));
    on(this.node, 'mouseleave', (event) => this.leave(event.relatedTarget));
    on(window, 'scroll', () => this.follow());
  }

  enter(target) {
    const run = target.closest('[data-quantity], [data-entity]');
    if (!run) return;
    const { quantity, entity } = run.dataset;
    const rows = [
      ...(quantity === undefined ? [] : this.data.quantities[quantity]),
      ...(entity === undefined ? [] : this.data.entities[entity].rows),
    ];
    this.owner = run;
    this.node.replaceChildren(el('dl', {}, ...rows.flatMap(([label, value]) => [
      el('dt', {}, label), el('dd', { dir: 'auto' }, value),
    ])));
    this.place(run);
  }

  place(run) {
    this.node.hidden = false;
    const box = run.getClientRects()[0] ?? run.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const left = Math.min(Math.max(8, box.left), document.documentElement.clientWidth - width - 8);
    const below = box.bottom + 6;
    const top = below + height > window.innerHeight ? box.top - height - 6 : below;
    this.node.style.left = `${Math.max(8, left)}px`;
    this.node.style.top = `${Math.max(8, top)}px`;
  }

  // Tabbing to a quantity scrolls the page: the card follows what has the focus, and leaves with the rest.
  follow() {
    if (this.owner && this.owner === document.activeElement) this.place(this.owner);
    else this.hide();
  }

  // The pointer may go from the words to the card without closing it.
  leave(to) {
    if (to && (this.node.contains(to) || this.owner?.contains(to))) return;
    if (document.activeElement === this.owner && this.owner.matches(':focus-visible')) return;
    this.hide();
  }

  hide() {
    const shown = !this.node.hidden;
    this.node.hidden = true;
    this.owner = null;
    return shown;
  }

  close() { this.hide(); this.listeners.abort(); }
}
