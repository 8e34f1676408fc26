// Type size, width and colours: the panel writes what first.js reads on the next page.
(function () {
  const { make } = window.story, words = window.story.words();
  const root = document.documentElement, percent = ['90', '100', '120', '150', '200'], usual = 1;
  const output = make('output', { 'aria-label': words('size') });
  const sizes = [['smaller', () => step - 1], ['usual', () => usual], ['larger', () => step + 1]].map(([word, to]) => {
    const button = make('button', { type: 'button' }, words(word));
    button.onclick = () => { if (percent[to()]) set('size', percent[to()]); show(); };
    return button;
  });
  const choice = (name, values) => make('fieldset', {}, make('legend', {}, words(name)), ...values.map(([value, word]) =>
    make('label', {}, make('input', { type: 'radio', name, value }), words(word))));
  const panel = make('div', { class: 'story-reading', id: 'reading', role: 'dialog', 'aria-label': words('title'), hidden: '' },
    make('fieldset', {}, make('legend', {}, words('size')), ...sizes, output),
    choice('width', [['narrow', 'narrow'], ['', 'usual'], ['wide', 'wide']]),
    choice('scheme', [['light', 'light'], ['dark', 'dark'], ['', 'device']]));
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
  }

  function open(button) {
    opener = button;
    button.after(panel); // the next stop of the Tab key
    panel.hidden = false;
    button.setAttribute('aria-expanded', true);
    show();
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    opener.setAttribute('aria-expanded', false);
  }

  panel.addEventListener('change', event => set(event.target.name, event.target.value));
  document.querySelectorAll('.story-reading-open').forEach(button => button.addEventListener('click', () => {
    const again = !panel.hidden && opener === button;
    close();
    if (!again) open(button);
  }));
  document.addEventListener('pointerdown', event => { if (!panel.contains(event.target) && event.target !== opener) close(); });
  document.addEventListener('focusin', event => { if (!panel.contains(event.target) && event.target !== opener) close(); });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || panel.hidden) return;
    if (panel.contains(document.activeElement)) opener.focus();
    close();
  });
})();
