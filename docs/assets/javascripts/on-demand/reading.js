// Type size, width, colours, sources, the twin beside the text: what first.js reads before the next page is painted.
(function () {
  const { make, twin, failed } = window.story, words = window.story.words();
  const root = document.documentElement, percent = ['90', '100', '120', '150', '200'], usual = 1;
  const output = make('output', { 'aria-label': words('size') });
  const sizes = [['smaller', () => step - 1], ['usual', () => usual], ['larger', () => step + 1]].map(([word, to]) => {
    const button = make('button', { type: 'button' }, words(word));
    button.onclick = () => { if (percent[to()]) set('size', percent[to()]); show(); };
    return button;
  });
  const group = (name, ...inside) => make('div', { class: 'story-reading__row story-reading__row--' + name, role: 'group', 'aria-label': words(name) }, make('span', { 'aria-hidden': true }, words(name)), ...inside);
  const choice = (name, values) => group(name, ...values.map(([value, word]) =>
    make('label', {}, make('input', { type: 'radio', name, value }), words(word))));
  const check = name => make('label', { class: 'story-reading__check' }, make('input', { type: 'checkbox', name }), words(name));
  const closer = make('button', { type: 'button', class: 'story-reading__close' }, words('close'));
  const panel = make('div', { class: 'story-reading', id: 'reading-settings', role: 'dialog', 'aria-label': words('title'), popover: 'manual', hidden: '' },
    make('p', {}, words('title')), closer, group('size', ...sizes, output),
    choice('width', [['narrow', 'narrow'], ['', 'usual'], ['wide', 'wide']]),
    choice('scheme', [['light', 'light'], ['dark', 'dark'], ['', 'device']]),
    ...twin ? [check('both')] : [], check('sources'));
  const box = name => panel.querySelector('[name=' + name + ']');
  let step = usual, opener = null;

  function set(name, value) {
    root.dataset[name] = value;
    try { localStorage['story-' + name] = value; } catch { /* refused: it holds on this page */ }
  }

  function show() {
    step = percent.indexOf(root.dataset.size);
    if (step < 0) step = usual;
    output.textContent = percent[step] + '%';
    // Not `disabled`, which would throw the focus away.
    [step === 0, step === usual, step === percent.length - 1].forEach((off, i) => sizes[i].setAttribute('aria-disabled', off));
    ['width', 'scheme'].forEach(name => {
      const inputs = [...panel.querySelectorAll('[name=' + name + ']')];
      (inputs.find(input => input.value === root.dataset[name]) || inputs.find(input => !input.value)).checked = true;
    });
    box('sources').checked = root.dataset.sources === 'all';
    if (twin) box('both').checked = 'both' in root.dataset;
  }

  function open(button) {
    opener = button;
    button.after(panel); // the next stop of the Tab key
    panel.hidden = false;
    // On top of all, whatever contains it.
    panel.showPopover();
    button.setAttribute('aria-expanded', true);
    show();
  }

  function close(back) {
    if (panel.hidden) return;
    if (back && panel.contains(document.activeElement)) opener.focus({ preventScroll: true });
    panel.hidden = true;
    opener.setAttribute('aria-expanded', false);
  }

  panel.addEventListener('change', ({ target: { name, value, checked } }) => {
    if (name === 'sources') set(name, checked ? 'all' : '');
    else if (name === 'both') twin().then(() => window.story.both(checked), () => { box('both').checked = false; failed(box('both').parentNode); });
    else set(name, value);
  });
  closer.addEventListener('click', () => close(true));
  document.querySelectorAll('.story-reading-open').forEach(button => button.addEventListener('click', () => {
    const again = !panel.hidden && opener === button;
    close();
    if (!again) open(button);
  }));
  // A press elsewhere closes it; a finger that scrolls the text presses nothing.
  ['click', 'focusin'].forEach(type => document.addEventListener(type, event => {
    if (!panel.contains(event.target) && event.target !== opener) close();
  }));
  addEventListener('keydown', event => { if (event.key === 'Escape') close(true); });
})();
