// What pages do better with a script. Without it every link and form works all the same.
(() => {
  'use strict';

  const sheet = () => document.getElementById('key-help');
  const isTyping = (target) => target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

  // A link or button says by which key it is reached: data-key="s". Two keys in a row: data-key="g a".
  const reached = (keys) => document.querySelector(`[data-key="${CSS.escape(keys)}"]`);

  let before = '';
  const follow = (event) => {
    const keys = before === '' ? event.key : `${before} ${event.key}`;
    before = event.key === 'g' && before === '' ? 'g' : '';
    const found = reached(keys);
    if (found === null) return;
    event.preventDefault();
    if (found.matches('input, textarea, select')) found.focus();
    else found.click();
  };

  const lines = () => [...document.querySelectorAll('[data-line]')];

  // J and K walk the lines of a list, as arrows would; Enter opens.
  const walk = (event) => {
    const all = lines();
    if (all.length === 0) return false;
    const step = { j: 1, k: -1 }[event.key];
    if (step === undefined) return false;
    const at = all.findIndex((line) => line.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    next.querySelector('a, button, input')?.focus();
    event.preventDefault();
    return true;
  };

  const keysAreOff = () => document.documentElement.dataset.keys === 'off';

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || keysAreOff()) return;
    if (event.key === '?' && sheet() !== null) {
      event.preventDefault();
      sheet().showModal();
    } else if (!walk(event)) follow(event);
  });

  // One press of a button is one sending, however slow the link is.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (form.dataset.sent === 'true') event.preventDefault();
    form.dataset.sent = 'true';
    event.submitter?.setAttribute('aria-busy', 'true');
  });

  // Back from the cache of the browser: a form may be sent again.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
    for (const button of document.querySelectorAll('[aria-busy="true"]')) button.removeAttribute('aria-busy');
  });

  // What was refused, or what happened, is read first.
  document.querySelector('[data-focus]')?.focus();

  // Counters follow what is typed.
  document.addEventListener('input', (event) => {
    const field = event.target;
    const counter = field instanceof Element ? document.getElementById(`${field.id}-count`) : null;
    if (counter !== null) counter.textContent = [...field.value].length.toLocaleString(document.documentElement.lang);
  });
})();
