// Putting the parts together, and going from the folder's table to an article and back.
const TABS = ['findings', 'verified', 'scale'];

class View {
  constructor(number) {
    const data = readIsland(`article-data-${number}`);
    this.article = config.articles[number];
    this.store = new Store(this.article);
    this.text = new ArticleText(data);
    this.joins = new Joins(this.text);
    this.card = new Card(data);
    this.panel = new Panel(data, this.article, this.store, this.text, this.joins);
    this.data = data;
    this.heads();
    const scale = byId(`scale-${number}`).content.cloneNode(true);
    byId('tab-scale').hidden = !scale.firstElementChild;
    byId('pane-scale').replaceChildren(scale);
    this.showTab('findings');
  }

  // Counts and choices that depend on the article.
  heads() {
    const { findings, verifications } = this.data;
    byId('count-findings').textContent = findings.length;
    byId('count-verified').textContent = verifications.length;
    for (const chip of document.querySelectorAll('[data-severity]')) {
      const count = findings.filter((finding) => finding.severity === chip.dataset.severity).length;
      chip.setAttribute('aria-pressed', 'true');
      chip.querySelector('.count').textContent = count;
      chip.hidden = !count;
    }
    const check = byId('by-check');
    const slugs = [...new Set(findings.map((finding) => finding.slug))].sort();
    check.replaceChildren(check.firstElementChild, ...slugs.map((slug) => el('option', { value: slug }, slug)));
    check.value = '';
    byId('by-status').value = '';
    document.querySelector('.filters').hidden = !findings.length;
  }

  showTab(name) {
    if (this.tab === name) return;
    this.tab = name;
    for (const tab of TABS) {
      const chosen = tab === name;
      byId(`tab-${tab}`).setAttribute('aria-selected', chosen);
      byId(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
      byId(`pane-${tab}`).hidden = !chosen;
    }
  }

  close() { this.joins.close(); this.card.close(); }
}

const index = new Index();
let view = null;

function route() {
  const number = /^#article-(\d+)$/.exec(location.hash)?.[1];
  const search = /^#search=(.*)$/.exec(location.hash)?.[1];
  if (location.hash === '#panel' || (view && number === view.number)) return;
  view?.close();
  view = null;
  const shown = index.node ? config.articles[number] && number : '0';
  byId('review').hidden = byId('progress').hidden = byId('skip').hidden = shown === undefined;
  if (index.node) {
    index.node.hidden = shown !== undefined;
    byId('back').hidden = shown === undefined;
  }
  if (shown === undefined) {
    byId('title').textContent = document.title.split(' · ')[0];
    index.refresh();
    if (search !== undefined) index.find(decodeURIComponent(search));
    return;
  }
  view = new View(shown);
  view.number = number;
  byId('title').textContent = view.article.title;
  window.scrollTo(0, 0);
  if (!disk.works) say(words.not_saved);
}

function onActions(event) {
  const button = event.target.closest('[data-action]');
  if (button) {
    const { action } = button.dataset;
    if (action === 'accept') view.panel.decide('accepted');
    if (action === 'dismiss') view.panel.ask();
    if (action === 'undo') view.panel.undo();
    if (action === 'cancel') view.panel.cancel();
    return;
  }
  const head = event.target.closest('.head');
  if (!head) return;
  const position = Number(head.parentNode.dataset.index);
  if (head.closest('#verified')) view.panel.verified.toggle(position);
  else if (position === view.panel.current) view.panel.close();
  else view.panel.select(position);
}

function installControls() {
  byId('panel').addEventListener('click', onActions);
  byId('text').addEventListener('click', (event) => {
    const run = event.target.closest('.f');
    if (!run || String(getSelection())) return;
    view.showTab('findings');
    view.panel.at(Number(run.dataset.run));
  });
  for (const toggle of document.querySelectorAll('.toggle')) {
    toggle.addEventListener('click', () => {
      const on = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.setAttribute('aria-pressed', on);
      if (toggle.dataset.layer) byId('text').classList.toggle(`no-${toggle.dataset.layer}`, !on);
      else {
        view.panel.filter.severities[on ? 'add' : 'delete'](toggle.dataset.severity);
        view.panel.apply();
      }
    });
  }
  byId('by-check').addEventListener('change', ({ target }) => { view.panel.filter.check = target.value; view.panel.apply(); });
  byId('by-status').addEventListener('change', ({ target }) => { view.panel.filter.status = target.value; view.panel.apply(); });
  installTabs();
  installFiles();
}

function installTabs() {
  TABS.forEach((name, position) => {
    const tab = byId(`tab-${name}`);
    tab.addEventListener('click', () => view.showTab(name));
    tab.addEventListener('keydown', (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      let to = position;
      do to = (to + by + TABS.length) % TABS.length; while (byId(`tab-${TABS[to]}`).hidden);
      view.showTab(TABS[to]);
      byId(`tab-${TABS[to]}`).focus();
    });
  });
}

function installFiles() {
  const by = byId('by');
  by.value = disk.get('relecture:by') ?? '';
  by.addEventListener('change', () => disk.set('relecture:by', by.value.trim()));
  byId('export').addEventListener('click', () => exportDecisions(view.store));
  byId('import').addEventListener('change', async ({ target }) => {
    const asked = view;
    const file = target.files[0];
    if (file && await importDecisions(file, asked.store) && asked === view) view.panel.refreshAll();
    target.value = '';
  });
}

function installTheme() {
  const root = document.documentElement;
  root.dataset.theme = disk.get('relecture:theme') ?? 'auto';
  byId('theme').addEventListener('click', () => {
    const dark = root.dataset.theme === 'auto'
      ? matchMedia('(prefers-color-scheme: dark)').matches : root.dataset.theme === 'dark';
    root.dataset.theme = dark ? 'light' : 'dark';
    disk.set('relecture:theme', root.dataset.theme);
  });
  byId('ask').addEventListener('click', () => byId('help').showModal());
}

byId('text').classList.add('no-places');
installTheme();
installControls();
installKeys(() => view);
window.addEventListener('hashchange', route);
route();
