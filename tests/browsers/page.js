// What the paths ask of a page as it now stands, in words that Chromium 67 understands. One expression: an object.
({
  // All that a selector names and a reader sees.
  all(selector) {
    return [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible');
  },
  seen(selector) { return this.all(selector).length > 0; },
  unseen(selector) { return !this.seen(selector); },
  count(selector) { return this.all(selector).length; },
  fewer(selector, than) { return this.count(selector) < than; },
  leave() { window.storyLeft = true; },
  ready() { return document.readyState === 'complete' && !window.storyLeft; },
  at(path) { return this.ready() && location.pathname === path; },
  screen(width, height) { return innerWidth === width && innerHeight === height; },

  // The middle of an element, brought to that of the screen, and what lies over it.
  place(selector, number) {
    const element = this.all(selector)[number];
    if (!element) return null;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getClientRects()[0], x = box.left + box.width / 2, y = box.top + box.height / 2;
    const there = document.elementFromPoint(x, y), own = there && (element.contains(there) || there.contains(element));
    return [Math.round(x), Math.round(y), own ? '' : there ? there.outerHTML.slice(0, 90) : 'nothing'];
  },

  // What keeps a page from being read, at its top.
  wrong() {
    const wrong = new Set(), title = document.querySelector('h1'), name = document.querySelector('.story-header__site a');
    const over = e => {
      const box = e.getBoundingClientRect(), there = document.elementFromPoint(box.left + 20, box.top + box.height / 2);
      return e.contains(there) ? '' : there ? there.outerHTML.slice(0, 60) : 'nothing';
    };
    if (document.documentElement.scrollWidth > innerWidth) wrong.add('it scrolls sideways');
    if (title.getBoundingClientRect().top > innerHeight) wrong.add('the title is not on the first screen');
    else if (over(title)) wrong.add('over the title lies ' + over(title));
    if (over(name)) wrong.add('over the name of the site lies ' + over(name));
    const words = this.all('.story-article p').filter(e => e.textContent.length > 40 && !e.closest('.story-gallery'));
    if (!words.length && document.querySelector('.story-article--chapter')) wrong.add('no words are seen');
    words.forEach(e => {
      const box = e.getBoundingClientRect(), size = parseFloat(getComputedStyle(e).fontSize);
      if (box.left < 8 || box.right > innerWidth - 8) wrong.add('words have no margin');
      if (size < 12) wrong.add('letters of ' + size + ' pixels');
    });
    this.all('.story-article p > .story-cite data, .story-article p > .story-term').forEach(e => {
      if ([e, e.closest('a')].every(part => getComputedStyle(part).textDecorationLine === 'none')) wrong.add('a citation looks like plain words');
    });
    const skip = document.querySelector('.md-skip');
    if (skip !== document.activeElement && skip.getBoundingClientRect().right > 0) wrong.add('the skip link is seen before it is asked for');
    const webkit = CSS.supports('-webkit-nbsp-mode', 'normal') && !CSS.supports('font', '-apple-system-body');
    if (webkit && getComputedStyle(document.body).textAutospace === 'normal') wrong.add('WebKitGTK prints digits over each other');
    [...document.images].forEach(e => {
      if (e.complete && e.currentSrc && !e.naturalWidth) wrong.add('broken: ' + e.currentSrc);
    });
    return [...wrong];
  },

  addressed() { return location.hash.length > 1; },
  unaddressed() { return !this.addressed(); },
  focused(selector) { return document.activeElement.matches(selector); },
  hash(selector) { return document.querySelector(selector).hash.slice(1); },
  inView(id) {
    const box = document.getElementById(id).getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  },
  letters() { return parseFloat(getComputedStyle(document.querySelector('.story-article > p')).fontSize); },
  larger(than) { return this.letters() > than; },
  forget() { localStorage.clear(); },
  type(field, words) {
    const input = document.querySelector(field);
    input.focus();
    input.value = words;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  },
  // A picture that has opened large: in a dialog, or as a file.
  large() { return this.all('dialog[open] img').some(e => e.naturalWidth) || document.contentType.startsWith('image/'); },

  controls() {
    return this.all('button, summary, select, input[type=checkbox], input[type=radio]:not(:checked)').filter(e => !e.disabled);
  },
  howMany() { return this.controls().length; },
  // All that could change by pressing something.
  state() {
    const open = [...document.body.querySelectorAll('*')].filter(e => e.getClientRects().length).length;
    return [document.body.innerHTML, document.documentElement.outerHTML.split('>', 1), open, location.href, scrollY].join();
  },
  press(number) {
    const control = this.controls()[number];
    window.storyBefore = this.state();
    control.click();
    return control.outerHTML.slice(0, 120);
  },
  changed() { return this.state() !== window.storyBefore; },
})
