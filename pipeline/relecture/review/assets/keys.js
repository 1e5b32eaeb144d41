// Single letters, never with a modifier nor while typing; they can be turned off (WCAG 2.1.4).
const LETTERS_KEY = 'relecture:letters';
const typing = (target) => target.closest('textarea, select, input:not([type=radio]):not([type=checkbox]), dialog');

function installKeys(current) {
  const actions = {
    j: (view) => view.panel.step(1),
    k: (view) => view.panel.step(-1),
    f: (view) => view.panel.decide('accepted'),
    d: (view) => view.panel.ask(),
    u: (view) => view.panel.undo(),
  };
  const letters = byId('letters');
  letters.checked = disk.get(LETTERS_KEY) !== 'off';
  letters.addEventListener('change', () => disk.set(LETTERS_KEY, letters.checked ? 'on' : 'off'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current()?.card.hide()) return;
    if (!letters.checked || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === '?') { event.preventDefault(); byId('help').showModal(); return; }
    const action = actions[event.key];
    const view = current();
    if (!action || !view) return;
    event.preventDefault();
    view.showTab('findings');
    action(view);
  });
}
