// A tool's code arrives when the tool is first used: `data-load` on its button or field is the script's address.
(function () {
  const waiting = {};
  function load(address) {
    return waiting[address] = waiting[address] || new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = resolve;
      script.onerror = () => { delete waiting[address]; script.remove(); reject(); };
      document.head.append(script);
    });
  }
  function used(event) {
    const element = event.target.closest && event.target.closest('[data-load]');
    if (!element || element.dataset.loaded || (event.type === 'focusin') !== element.matches('input')) return;
    // The script finds the event that called it as if it had been there.
    load(element.dataset.load).then(() => { element.dataset.loaded = true; element.dispatchEvent(new Event(event.type, { bubbles: true })); }, () => {});
  }
  window.story.load = load;
  document.addEventListener('click', used);
  document.addEventListener('focusin', used);

  // Words that cite something: a note waits for a mouse that comes, for the keyboard, for a tap, which would follow the link.
  const list = document.querySelector('.story-cited');
  let ready = !list || !('popover' in list), finger = null;
  function near(event) {
    const link = event.target.closest && event.target.closest('.story-article :is(.story-cite, .story-term, .story-source)');
    if (!link || (ready && finger !== link) || (event.type === 'pointerover' && event.pointerType !== 'mouse')) return;
    if (event.type === 'pointerdown') finger = event.pointerType === 'mouse' ? null : link;
    const tap = event.type === 'click' && finger === link;
    if (tap) event.preventDefault();
    const follow = () => { if (tap) location.href = link.href; };
    load(list.dataset.code).then(() => {
      ready = true;
      if (tap) finger = null;
      if ((tap || link.matches(finger ? ':focus-visible' : ':hover, :focus-visible')) && !window.story.note(link)) follow();
    }, follow);
  }
  ['pointerover', 'pointerdown', 'click', 'focusin'].forEach(type => document.addEventListener(type, near));

  const root = document.documentElement, article = document.querySelector('[data-twin]');
  if (article && 'both' in root.dataset) load(article.dataset.twin).catch(() => { delete root.dataset.both; });
})();
