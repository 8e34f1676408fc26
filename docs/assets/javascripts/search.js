// Opens search, by its button or by “/”; the code that finds arrives with the first focus of a field (load.js).
(function () {
  const KEY = 'story-search-key', { make } = window.story, words = window.story.words();
  const button = document.querySelector('.story-header__search'), page = document.querySelector('.story-results [name=q]');
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

  // Made at once, not by the code that arrives: a phone shows its keyboard only for a field focused by the tap itself.
  function made() {
    const field = make('input', { type: 'search', name: 'q', role: 'combobox', autofocus: '', 'aria-expanded': false, 'aria-controls': 'search-hits', 'data-load': button.dataset.code });
    const key = make('input', { type: 'checkbox' });
    key.checked = on;
    key.onchange = () => { on = key.checked; stored(on ? 'on' : 'off'); tell(); };
    const form = make('form', { role: 'search', action: button.dataset.page, 'data-index': button.dataset.index },
      make('label', {}, make('span', {}, words('label')), field), make('button', {}, words('open')),
      make('button', { formmethod: 'dialog' }, words('close')), make('output', {}));
    return make('dialog', { class: 'story-search', 'aria-label': words('label') }, form,
      make('div', { id: 'search-hits', role: 'listbox', 'aria-label': words('hits'), hidden: '' }),
      make('label', { class: 'story-search__key' }, key, ' ' + words('key')));
  }
  function open() {
    if (!dialog) document.body.append(dialog = made());
    dialog.showModal();
    dialog.querySelector('[name=q]').select();
  }

  tell();
  button.addEventListener('click', open);
  addEventListener('keydown', event => {
    if (event.key !== '/' || !on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]') || event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    open();
  });

  // A results page whose address holds the question answers at once.
  if (page && new URLSearchParams(location.search).get('q')) page.dispatchEvent(new Event('focusin', { bubbles: true }));
})();
