// Opens search, by its button or by “/”; the code that finds arrives with the first use of a field.
// Where no dialog can be, and where this script has not come, the button is a link to the page of results.
(function () {
  const KEY = 'story-search-key', { make, load, able, sorry } = window.story, words = window.story.words();
  const button = document.querySelector('.story-header__search'), page = document.querySelector('.story-results form');
  if (!button) return;
  let dialog = null;

  // A browser may forbid storage; the choice then lasts as long as the page.
  let on = stored() !== 'off';
  function stored(value) {
    try { return value ? localStorage.setItem(KEY, value) : localStorage.getItem(KEY); } catch { return null; }
  }
  function tell() {
    on ? button.setAttribute('aria-keyshortcuts', '/') : button.removeAttribute('aria-keyshortcuts');
  }

  const asking = window.story.asking = form => form.action + '?q=' + encodeURIComponent(form.elements.q.value.trim());

  // Where the code does not come it is said in the form, and typing on asks for it again.
  function serve(form, box) {
    const say = () => { form.querySelector('output').textContent = sorry; };
    const call = () => load('search', say).then(() => window.story.find(form), () => {});
    form.addEventListener('focusin', call);
    form.addEventListener('input', call);
    // Not left to the form: a strict policy may refuse to send any.
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (box) return form.elements.q.value.trim() && location.assign(asking(form));
      history.replaceState(null, '', asking(form));
      window.story.follow();
      call();
    });
    return call;
  }

  // Made at once, not by the code that arrives: a phone shows its keyboard only for a field focused by the tap itself.
  function made() {
    const field = make('input', { type: 'search', name: 'q', role: 'combobox', autofocus: '', 'aria-expanded': false, 'aria-controls': 'search-hits' });
    const key = make('input', { type: 'checkbox' }), closer = make('button', { type: 'button' }, words('close'));
    key.checked = on;
    key.onchange = () => { on = key.checked; stored(on ? 'on' : 'off'); tell(); };
    closer.onclick = () => dialog.close();
    const form = make('form', { role: 'search', action: button.href, 'data-index': button.dataset.index },
      make('label', {}, make('span', {}, words('label')), field), make('button', {}, words('open')), closer, make('output', {}));
    serve(form, true);
    return make('dialog', { class: 'story-search', 'aria-label': words('label') }, form,
      make('div', { id: 'search-hits', role: 'listbox', 'aria-label': words('hits'), hidden: '' }),
      make('label', { class: 'story-search__key' }, key, ' ' + words('key')));
  }
  function open(event) {
    event.preventDefault();
    if (!dialog) document.body.append(dialog = made());
    dialog.showModal();
    dialog.querySelector('[name=q]').select();
  }

  if (page) {
    const call = serve(page), field = page.elements.q;
    field.value = field.value || new URLSearchParams(location.search).get('q') || '';
    // A results page whose address holds the question answers at once.
    if (field.value) call();
  }
  if (!able) return;
  button.setAttribute('role', 'button');
  button.setAttribute('aria-haspopup', 'dialog');
  tell();
  button.addEventListener('click', event => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event); });
  button.addEventListener('keydown', event => { if (event.key === ' ') open(event); });
  addEventListener('keydown', event => {
    if (event.key !== '/' || !on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!document.querySelector('dialog[open]') && !event.target.closest('input, textarea, select, [contenteditable]')) open(event);
  });
})();
