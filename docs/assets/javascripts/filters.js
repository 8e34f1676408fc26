// Figures and terms filter as one types; terms also change their order. Without this script all is shown and no form.
(function () {
  const form = document.querySelector('.story-filter');
  if (!form) return;
  const fields = form.elements, letters = document.querySelector('.story-letters');
  const output = form.querySelector('output'), none = form.querySelector('.story-filter__none'), reset = form.querySelector('button');
  const lists = [...document.querySelectorAll('.story-listed')], groups = [...document.querySelectorAll('.story-group')];
  const items = [...document.querySelectorAll('.story-listed tbody tr, .story-listed .story-ledger > li, .story-listed .story-word')];
  const homes = items.map(item => item.parentNode);
  const filters = ['text', 'page', 'kind'].filter(name => fields[name]);

  // Letters and digits only, without tones: “guazhi” finds “guàzhí”, and “10,000” is “10000”.
  const fold = text => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, '');
  const texts = items.map(item => fold((item.querySelector('dt') || item).textContent + (item.dataset.value || '')).replace(/\s/g, ''));

  const show = (element, on) => element.classList.toggle('story-off', !on);
  const holds = element => !!element.querySelector('[data-order]:not(.story-off), [data-page]:not(.story-off)');

  function filter() {
    const words = fold(fields.text.value).split(/\s+/);
    let count = 0;
    items.forEach((item, i) => {
      const on = words.every(word => texts[i].includes(word)) && filters.slice(1).every(name => !fields[name].value || fields[name].value === item.dataset[name]);
      show(item, on);
      count += on;
    });
    groups.forEach(group => {
      const on = holds(group), link = letters && letters.querySelector('[href="#' + group.firstElementChild.id + '"]');
      show(group, on);
      if (link) show(link, on);
    });
    // A list takes the heading above it along.
    lists.forEach(list => {
      const on = holds(list);
      for (let part = list; part && part !== form; part = part.tagName === 'H2' ? null : part.previousElementSibling) show(part, on);
    });
    output.textContent = form.dataset.words.replace('{}', count).replace('{}', items.length);
    show(none, !count);
    reset.disabled = !filters.some(name => fields[name].value);
  }

  function arrange() {
    const themed = fields.order.value === 'theme';
    const order = themed ? items : [...items].sort((a, b) => a.dataset.order - b.dataset.order);
    letters.hidden = themed;
    order.forEach(item => (themed ? homes[items.indexOf(item)] : document.getElementById('letter-' + item.dataset.letter).nextElementSibling).append(item));
    filter();
  }

  function clear() {
    filters.forEach(name => { fields[name].value = ''; });
    filter();
  }

  // What an address names is never hidden.
  function reveal(hash) {
    const target = hash.length > 1 && document.getElementById(hash.slice(1));
    if (!target) return;
    if (target.closest('.story-off')) clear();
    return target;
  }

  form.addEventListener('input', event => event.target.name === 'order' ? arrange() : filter());
  form.addEventListener('submit', event => event.preventDefault());
  reset.addEventListener('click', () => { clear(); fields.text.focus(); });
  addEventListener('hashchange', () => { const target = reveal(location.hash); if (target) target.scrollIntoView(); });
  document.addEventListener('click', event => { const link = event.target.closest('a'); if (link && link.hash) reveal(link.hash); });
  letters ? arrange() : filter();
})();
