// Small helpers around the DOM. Text only ever enters the page as text nodes.
const byId = (id) => document.getElementById(id);

function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'class') node.className = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const readIsland = (id) => JSON.parse(byId(id).textContent);

const config = readIsland('config');

// A message that is read out, shown, then fades.
function say(message) {
  const node = byId('say');
  for (const running of node.getAnimations()) running.cancel();
  node.textContent = message;
  node.animate([{ opacity: 1 }, { opacity: 1, offset: 0.8 }, { opacity: 0 }], { duration: 4000, fill: 'forwards' });
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}
