// Words that cite the ledger or the glossary show their entry in place: by hover, by focus, by a first tap. The mark
// of a paragraph shows all that it rests on. Without a script they are plain links, and the foot has the entries.
// load.js brings this file when a reader first comes to such words, and calls `story.note` with them.
(function () {
  const list = document.querySelector('.story-cited');
  const { make } = window.story, words = window.story.words(), box = make('div', { class: 'story-popover', id: 'note', popover: 'manual' }), more = make('a', { class: 'story-popover__more' });
  let shown = null, tapped = false, waiting = 0;
  document.querySelector('.story-article').append(box);

  const entries = link => {
    const within = link.matches('.story-source') && (link.closest('figure') || link.parentNode);
    const links = within ? [...within.querySelectorAll('.story-cite')] : [link];
    return [...new Set(links.map(each => list.querySelector('[data-entry="' + CSS.escape(each.hash.slice(1)) + '"]')))].filter(Boolean);
  };
  const cited = target => {
    const link = target.closest && target.closest('.story-article :is(.story-cite, .story-term, .story-source)');
    return link && entries(link).length ? link : null;
  };

  // Each entry under the paragraph of the article that says it, as in the list.
  function copy(link) {
    const told = make('dl', { class: 'story-entries' });
    let head;
    entries(link).forEach(entry => {
      let above = entry;
      while (above.tagName !== 'DT') above = above.previousElementSibling;
      if (above !== head) told.append(above.cloneNode(true));
      told.append(entry.cloneNode(true));
      head = above;
    });
    return told;
  }

  function show(link) {
    clearTimeout(waiting);
    if (link === shown) return;
    hide();
    shown = link;
    more.href = link.href;
    more.textContent = link.matches('.story-term') ? words('term') : words('figure');
    box.replaceChildren(copy(link), ...(link.matches('.story-source') ? [] : [more]));
    link.setAttribute('aria-describedby', box.id);
    box.showPopover();
    place(link);
  }

  function hide() {
    clearTimeout(waiting);
    if (!shown) return;
    shown.removeAttribute('aria-describedby');
    shown = null;
    box.hidePopover();
  }

  function later(action, delay) {
    clearTimeout(waiting);
    waiting = setTimeout(action, delay);
  }

  // Under the words, or over them where the window ends; on a phone the style sheet keeps it at the lower edge.
  function place(link) {
    const line = link.getClientRects()[0], edge = document.documentElement.clientWidth - box.offsetWidth - 16;
    const below = line.bottom + 8, above = line.top - box.offsetHeight - 8;
    const top = below + box.offsetHeight > innerHeight && above > 0 ? above : below;
    box.style.setProperty('--x', Math.max(16, Math.min(line.left, edge)) + scrollX + 'px');
    box.style.setProperty('--y', top + scrollY + 'px');
    const hidden = line.bottom + 8 - box.getBoundingClientRect().top;
    if (getComputedStyle(box).position === 'fixed' && hidden > 0) scrollBy(0, hidden);
  }

  window.story.note = link => {
    if (cited(link)) show(link);
    return !!shown;
  };
  document.addEventListener('pointerover', event => {
    if (event.pointerType !== 'mouse') return;
    const link = cited(event.target);
    if (link) later(() => show(link), 150);
    else if (box.contains(event.target)) clearTimeout(waiting);
    else if (shown && shown !== document.activeElement) later(hide, 250);
    else if (!shown) clearTimeout(waiting);
  });
  document.addEventListener('pointerdown', event => {
    const link = cited(event.target);
    tapped = event.pointerType !== 'mouse' && link !== shown;
    if (!link && !box.contains(event.target)) hide();
  });
  document.addEventListener('click', event => {
    const link = cited(event.target);
    if (!link || !tapped) return;
    tapped = false;
    event.preventDefault();
    show(link);
  });
  document.addEventListener('focusin', event => {
    const link = cited(event.target);
    if (link && link.matches(':focus-visible')) show(link);
    else if (shown && !box.contains(event.target)) hide();
  });
  addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
})();
