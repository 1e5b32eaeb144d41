// The folder's table: search as one types, progress of each article.
class Index {
  constructor() {
    this.node = byId('index');
    if (!this.node) return;
    this.rows = [...byId('articles').tBodies[0].rows];
    this.search = byId('search');
    this.search.addEventListener('input', () => this.filter());
    this.refresh();
  }

  filter() {
    const sought = this.search.value.toLocaleLowerCase().trim();
    let count = 0;
    for (const row of this.rows) {
      const found = row.dataset.search.includes(sought);
      row.hidden = !found;
      count += found;
    }
    byId('matches').textContent = fill(words.articles, { n: count });
  }

  find(sought) { this.search.value = sought; this.filter(); }

  refresh() {
    for (const row of this.rows) {
      const article = config.articles[row.dataset.article];
      const total = article.fingerprints.length;
      const done = countDone(new Store(article), article.fingerprints);
      row.querySelector('.status').textContent = total ? `${done}/${total}` : '–';
      row.classList.toggle('finished', done === total);
    }
  }
}
