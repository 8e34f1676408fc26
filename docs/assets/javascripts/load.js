// A tool's code arrives when the tool is first used: the buttons of our templates name it, `storyCode` knows its file.
(function () {
  const { make, able } = window.story, code = window.storyCode, own = new URL('../', code.from).href, waiting = {}, ready = {};
  const sorry = window.story.words()('failed'), told = make('p', { class: 'story-failed', role: 'alert' }, sorry);

  // A script of this site, once. One that has not arrived, or that something else came in place of, may be asked for
  // again; `say` is called then, and when it is long in coming.
  function load(address, say = () => {}) {
    const url = new URL(code[address] || address, code[address] ? code.from : location.href).href;
    const found = waiting[url] = waiting[url] || new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.onerror = () => { delete waiting[url]; script.remove(); reject(new Error(url)); };
      script.onload = () => { window.story.ran ? resolve() : script.onerror(); window.story.ran = false; };
      if (!url.startsWith(own)) return script.onerror();
      script.src = url;
      document.head.append(script);
    });
    const late = setTimeout(say, 8000), done = () => clearTimeout(late);
    return found.then(done, error => { done(); say(); throw error; });
  }

  // Under what was used, until it is used again.
  function failed(place) { place.after(told); }

  function used(event) {
    const button = event.target.closest('[data-load]'), name = button && button.dataset.load;
    if (!code[name] || ready[name] || !button.closest('.story-tools, .story-again')) return;
    told.remove();
    // The script finds the press that called it as if it had been there.
    load(name, () => failed(button.closest('.story-tools, .story-again'))).then(() => {
      if (ready[name]) return; // by a second press on the way
      ready[name] = true;
      told.remove();
      button.click();
    }, () => {});
  }
  Object.assign(window.story, { load, failed, sorry });
  document.addEventListener('click', used);

  // Words that cite something: a note waits for a mouse that comes, for the keyboard, for a tap, which would follow the link.
  // An entry of the ledger has a sign of its own then.
  const list = document.querySelector('.story-cited');
  let there = false, finger = null;
  function near(event) {
    const within = selector => event.target.closest && event.target.closest(selector);
    const link = within('.story-article :is(.story-cite, .story-term, .story-source)');
    // A finger that comes may only be about to scroll.
    const passing = event.type === 'pointerover' && event.pointerType !== 'mouse';
    if (!passing && event.type !== 'pointerdown' && within('.story-listed [data-kind]')) load('entry').catch(() => {});
    if (!link || (there && finger !== link) || passing) return;
    if (event.type === 'pointerdown') finger = event.pointerType === 'mouse' ? null : link;
    const tap = event.type === 'click' && finger === link;
    if (tap) event.preventDefault();
    const follow = () => { if (tap) location.href = link.href; };
    load('notes').then(() => {
      there = true;
      if (tap) finger = null;
      if ((tap || link.matches(finger ? ':focus-visible' : ':hover, :focus-visible')) && !window.story.note(link)) follow();
    }, follow);
  }
  if (list && 'popover' in list && able) ['pointerover', 'pointerdown', 'click', 'focusin'].forEach(type => document.addEventListener(type, near));

  // The twin beside the text, where there is one and it can be set there.
  const root = document.documentElement, article = document.getElementById('text'), address = article && article.dataset.twin;
  const twin = window.story.twin = address && able && (() => { told.remove(); return load(address); });
  const alone = () => { delete root.dataset.both; };
  if (!twin) alone();
  else if ('both' in root.dataset) twin().catch(() => { alone(); article.prepend(told); });
})();
