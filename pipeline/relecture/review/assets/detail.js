// What opens under the current finding: calculation, evidence, suggestion, the two decisions.
const words = config.strings;

function calculationOf(calculation) {
  if (!calculation) return null;
  const line = (label, value) => (value ? [el('dt', {}, label), el('dd', { dir: 'auto' }, value)] : []);
  return el('div', { class: 'calculation' },
    el('p', { class: 'heading' }, words.calculation),
    el('p', { class: 'relation', dir: 'auto' }, calculation.relation),
    el('dl', {}, ...line(words.stated, calculation.stated), ...line(words.expected, calculation.expected)),
    calculation.diagnosis ? el('p', { class: 'diagnosis', dir: 'auto' }, calculation.diagnosis) : null);
}

function evidenceOf(item) {
  const rows = item.evidence.map((part, index) => el('li', {},
    el('span', { class: 'n', 'aria-hidden': true }, String(index + 1)),
    el('span', { class: 'quote', dir: 'auto' }, part.before, el('mark', {}, part.text), part.after),
    part.role ? el('span', { class: 'part' }, part.role) : null));
  return el('div', {}, el('p', { class: 'heading' }, words.evidence), el('ol', { class: 'evidence' }, ...rows));
}

function suggestionOf(item) {
  if (!item.suggestion) return null;
  const [text, safety] = item.suggestion;
  return el('p', { class: 'suggestion' },
    `${words.suggestion} : `, el('ins', { dir: 'auto' }, text), ` (${words[safety] ?? safety})`);
}

function decisionOf(decision) {
  if (decision.status === 'open') return null;
  const reason = config.reasons[decision.reason] ?? decision.reason;
  const parts = [config.statuses[decision.status], reason, decision.note, decision.by].filter(Boolean);
  return el('p', { class: 'decision', dir: 'auto' }, parts.join(' · '));
}

function detailOf(item, decision) {
  const button = (action, key) => el('button', { type: 'button', 'data-action': action, class: action },
    words[action], el('kbd', {}, key));
  return el('div', { class: 'detail' },
    item.explanation ? el('p', { class: 'explanation', dir: 'auto' }, item.explanation) : null,
    calculationOf(item.calculation),
    evidenceOf(item),
    suggestionOf(item),
    decisionOf(decision),
    el('p', { class: 'about' }, el('code', {}, item.slug),
      item.confidence === undefined ? null : ` · ${words.confidence} ${item.confidence} %`),
    item.fingerprint === undefined ? null : el('div', { class: 'actions' },
      button('accept', 'f'), button('dismiss', 'd'), decision.status === 'open' ? null : button('undo', 'u')));
}

// The form that asks why; *done* receives {reason, note}.
function reasonForm(done, cancel) {
  const choices = Object.entries(config.reasons).map(([value, label], index) => el('label', {},
    el('input', { type: 'radio', name: 'reason', value, required: true }),
    el('kbd', { 'aria-hidden': true }, String(index + 1)), label));
  const note = el('input', { name: 'note', maxlength: 500, autocomplete: 'off' });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const form = el('form', { class: 'why', novalidate: true },
    el('fieldset', {}, el('legend', {}, words.why), ...choices),
    el('label', { class: 'note' }, words.note, note), problem,
    el('div', { class: 'actions' },
      el('button', { type: 'submit', class: 'dismiss' }, words.confirm),
      el('button', { type: 'button', 'data-action': 'cancel' }, words.cancel)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = form.querySelector('input[name=reason]:checked');
    if (!chosen) { problem.textContent = words.why_required; return; }
    done({ reason: chosen.value, note: note.value.trim() });
  });
  form.addEventListener('keydown', (event) => {
    const radio = event.target !== note && form.querySelectorAll('input[type=radio]')[Number(event.key) - 1];
    if (radio) { radio.checked = true; radio.focus(); event.preventDefault(); }
    if (event.key === 'Enter' && event.target.type === 'radio') { event.preventDefault(); form.requestSubmit(); }
    if (event.key === 'Escape') { event.stopPropagation(); cancel(); }
  });
  return form;
}
