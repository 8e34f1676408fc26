// Words that cite the ledger or the glossary show their entry in place: by hover, by focus, by a first tap.
// Without this script they are plain links, and the entries stand in a list at the page's foot.
(function () {
  const list = document.querySelector('.story-cited');
  if (!list || !('popover' in list)) return;
  const box = document.createElement('div');
  const more = document.createElement('a');
  let shown = null, tapped = false, waiting = 0;
  box.id = 'note';
  box.className = 'story-popover';
  box.popover = 'manual';
  document.querySelector('.story-article').append(box);

  const entry = link => list.querySelector('[data-entry="' + CSS.escape(link.hash.slice(1)) + '"]');
  const cited = target => {
    const link = target.closest && target.closest('.story-article :is(.story-cite, .story-term)');
    return link && entry(link) ? link : null;
  };

  function show(link) {
    clearTimeout(waiting);
    if (link === shown) return;
    hide();
    shown = link;
    more.href = link.href;
    more.className = 'story-popover__more';
    more.textContent = link.matches('.story-term') ? list.dataset.term : list.dataset.figure;
    box.replaceChildren(...entry(link).cloneNode(true).childNodes, more);
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

  // Paper gets the list.
  let closed = false;
  addEventListener('beforeprint', () => { closed = !list.open; list.open = true; });
  addEventListener('afterprint', () => { list.open = !closed; });
})();
