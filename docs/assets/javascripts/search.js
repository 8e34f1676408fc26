// Opens search, by its button or by “/”; its code arrives with the first focus of a field (load.js).
(function () {
  const KEY = 'story-search-key';
  const dialog = document.querySelector('.story-search'), button = document.querySelector('.story-header__search');
  if (!dialog) return;
  const key = dialog.querySelector('[type=checkbox]'), page = document.querySelector('.story-results [name=q]');

  // A browser may forbid storage; the choice then lasts as long as the page.
  function stored(value) {
    try { return value ? localStorage.setItem(KEY, value) : localStorage.getItem(KEY); } catch { return null; }
  }
  function tell() {
    key.checked ? button.setAttribute('aria-keyshortcuts', '/') : button.removeAttribute('aria-keyshortcuts');
  }
  function open() {
    dialog.showModal();
    dialog.querySelector('[name=q]').select();
  }

  key.checked = stored() !== 'off';
  tell();
  key.addEventListener('change', () => { stored(key.checked ? 'on' : 'off'); tell(); });
  button.addEventListener('click', open);
  addEventListener('keydown', event => {
    if (event.key !== '/' || !key.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]') || event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    open();
  });

  // A results page whose address holds the question answers at once.
  if (page && new URLSearchParams(location.search).get('q')) page.dispatchEvent(new Event('focusin', { bubbles: true }));
})();
