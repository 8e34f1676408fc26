// Sets beside each paragraph what its twin in the other language says, or under it, by a tap, where there is no room.
// `storyTwin` came with this file: places in the text, and the HTML for each (scripts/story/site/parallel.py).
(function () {
  const { make } = window.story, words = window.story.words(), { lang, rows } = window.storyTwin;
  const root = document.documentElement, article = document.getElementById('text');
  let twins = [], boxes = [];

  // ── Setting and taking away ──
  function places() {
    const top = [...article.children], first = top.findIndex(each => each.matches('h1, :has(h1)'));
    const find = place => { const [at, ...inner] = place.split('/'); return inner.reduce((e, i) => e && e.children[i], top[first + +at]); };
    return rows.map(row => [row.slice(0, -1).map(find), row[row.length - 1]]).filter(([own]) => own.every(Boolean));
  }

  function set([own, html]) {
    const twin = make('div', { class: 'story-twin', lang }), last = own[own.length - 1];
    twin.innerHTML = html;
    own.forEach(each => each.classList.add('story-own'));
    // Several that stand together are one beside it; what a picture parts is not moved.
    const joined = own.length > 1 && own.every((each, i) => !i || own[i - 1].nextElementSibling === each);
    const box = joined ? make('div', { class: 'story-own' }) : own[0];
    if (joined) {
      last.after(box);
      box.append(...own);
      boxes.push(box);
    }
    if (box.matches('li, dt, dd')) box.append(twin); else box.after(twin);
    twins.push(twin);
    if (box.matches('h1, h2, h3, h4, .story-graphic__title')) twin.classList.add('story-twin--title');
    else opener(joined ? last : box, twin);
  }

  function opener(own, twin) {
    const button = make('button', { class: 'story-twin-open', type: 'button', 'aria-expanded': false }, words('open'));
    button.onclick = () => button.setAttribute('aria-expanded', twin.classList.toggle('story-twin--open'));
    (own.matches('p, li, dt, dd') ? own : own.lastElementChild || own).append(button);
  }

  function clear() {
    twins.forEach(twin => twin.remove());
    boxes.forEach(box => box.replaceWith(...box.children));
    article.querySelectorAll('.story-twin-open').forEach(button => button.remove());
    article.querySelectorAll('.story-own').forEach(own => own.classList.remove('story-own'));
    twins = [];
    boxes = [];
  }

  // ── What is read stays where it is ──
  function steady(change) {
    const seen = [...article.children].find(each => each.getBoundingClientRect().bottom > 0), before = seen && seen.getBoundingClientRect().top;
    root.style.overflowAnchor = 'none';
    change();
    if (scrollY && seen) scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: 'instant' });
    requestAnimationFrame(() => { root.style.overflowAnchor = ''; });
  }

  // The address says it, so that it can be sent on; the session remembers it for the next chapter.
  function keep(on) {
    const asked = location.search.slice(1).split('&').filter(part => part && !/^both\b/.test(part));
    if (on) asked.unshift('both');
    try { on ? sessionStorage['story-both'] = '1' : delete sessionStorage['story-both']; } catch { /* refused: the address alone says it */ }
    try { history.replaceState(history.state, '', (asked.length ? '?' + asked.join('&') : location.pathname) + location.hash); } catch { /* nor may the address change */ }
    window.story.follow();
  }

  function both(on) {
    if (on) root.dataset.both = 'on'; else delete root.dataset.both;
    steady(() => { clear(); if (on) places().forEach(set); });
    keep(on);
  }

  // A tap on the paragraph is as good as one on its button, unless it chooses words or follows a link.
  article.addEventListener('click', event => {
    const own = event.target.closest('.story-own'), button = own && own.querySelector('.story-twin-open');
    if (button && button.offsetParent && !event.target.closest('a, button, summary') && getSelection().isCollapsed) button.click();
  });

  window.story.both = both;
  if ('both' in root.dataset) both(true);
})();
