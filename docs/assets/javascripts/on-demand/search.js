// Finds any substring of what the pages say, whatever its width or case, in Traditional characters or Simplified.
// The index is a classic script, so that a page opened from a folder finds too. Nothing that is typed ever becomes
// markup: results are built of text nodes.
(function () {
  const SHOWN = 30, LONG = 160;
  const { make, asking, sorry } = window.story, phrases = window.story.words(), zh = document.documentElement.lang.startsWith('zh');
  const say = (key, value) => phrases(key).replace('{}', () => value);
  let sections = null, vocabulary = '', others = null;

  // ── Finding ──
  // Signs that keyboards know by another: quotes, apostrophes, dots, dashes. The index adds the Han it holds.
  const same = {};
  const alike = (from, to) => [...from].forEach((sign, i) => { same[sign] = to[i] || to; });
  alike('“”„‟«»「」『』', '"');
  alike('‘’‛', "'");
  alike('・•‧∙⋅', '·');
  alike('‐‒–—―−', '-');

  // Full width as half, capitals as small; only signs that can change are asked, which keeps it fast.
  const fold = text => text.replace(/[^\0-@[-~\u3400-\u9fff]/gu, sign => sign.normalize('NFKC').toLowerCase()).replace(others, sign => same[sign]);
  const split = query => query.normalize('NFC').split(/\s+/).filter(Boolean).map(fold);

  function prepare(pages, long, short) {
    alike(long, short);
    others = new RegExp('[' + Object.keys(same).join('') + ']', 'g');
    return [].concat(...pages.map(([url, parts]) => parts.map(([anchor, heading, text, above, names], i) => ({
      url: url + (anchor && '#' + anchor), title: i ? parts[0][1] + (above && ' › ' + above) : '', heading, text,
      head: fold(heading), body: fold(text), names: fold('\n' + names + '\n'),
    }))));
  }

  // Other names answer from the beginning of a word only, or “an” would find half the glossary by its pinyin.
  const named = (names, word) => names.includes('\n' + word) || names.includes(' ' + word);

  // 0 in a title, 1 the very heading or name, 2 in a heading, 3 in the text, or undefined.
  // For each word there are several, of which one will do.
  function rank({ title, head, body, names }, words, phrase) {
    const rest = words.filter(forms => !forms.some(word => head.includes(word) || named(names, word)));
    if (rest.length) return rest.every(forms => forms.some(word => body.includes(word))) ? 3 : undefined;
    if (!title) return 0;
    return head === phrase || names.includes('\n' + phrase + '\n') ? 1 : 2;
  }

  function find(words) {
    const ranks = [[], [], [], []];
    if (words.length) sections.forEach(section => (ranks[rank(section, words, words.map(forms => forms[0]).join(' '))] || []).push(section));
    return [].concat(...ranks);
  }

  // A number, with commas between its thousands or without.
  function forms(word) {
    const plain = word.replace(/,/g, '');
    return /^\d{4,}$/.test(plain) ? [word, plain, plain.replace(/\B(?=(\d{3})+$)/g, ',')] : [word];
  }

  // ── Forgiving ──
  // What one slip of the fingers may have made of a word: a letter too few, too many, another, or two swapped.
  function slips(word) {
    return [...word, ''].map((letter, i) => {
      const before = word.slice(0, i), after = word.slice(i + 1);
      return before + '(?:' + ['.' + letter + after, after, '.' + after, after.slice(0, 1) + letter + after.slice(1)].join('|') + ')';
    }).join('|');
  }

  // A word of the site that was meant, or else the shortest that begin so; what is found stays as it is.
  function nearest(word) {
    if (!/^[a-z]{4,}$/.test(word) || find([[word]]).length) return [word];
    vocabulary = vocabulary || [...new Set(sections.map(each => each.head + '\n' + each.body + each.names).join('\n').match(/[a-z]{4,}/g))].join('\n');
    const like = rest => vocabulary.match(new RegExp('^(?:' + slips(word) + ')' + rest + '$', 'gm'));
    return like('') || (like('.*') || [word]).sort((a, b) => a.length - b.length).slice(0, 3);
  }

  // What is asked, or where nothing answers to that, what is nearest to it.
  function answer(asked) {
    const words = asked.map(forms), found = find(words);
    if (found.length) return { found, words };
    const near = asked.map(nearest);
    return { found: find(near), words: near, near: [].concat(...near).filter(word => !asked.includes(word)) };
  }

  // ── Showing ──
  // Where words stand in a line as it is written: folding may lengthen a sign (℃ is two letters then).
  function places(line, words) {
    const from = [], to = [], hits = [];
    let folded = '', at = 0;
    for (const sign of line) {
      const letters = fold(sign), end = at + sign.length;
      for (let i = letters.length; i--;) { from.push(at); to.push(end); }
      folded += letters;
      at = end;
    }
    const phrase = words.join(' '), wanted = folded.includes(phrase) ? [phrase] : words;
    wanted.forEach(word => {
      for (let i = -1; (i = folded.indexOf(word, i + 1)) >= 0;) hits.push([from[i], to[i + word.length - 1]]);
    });
    return hits.sort((a, b) => a[0] - b[0]);
  }

  // The block that holds most of the words, and of it the sentence with the first of them.
  function quote(section, words) {
    const wanted = [words.join(' '), ...words];
    const scores = section.body.split('\n').map(line => wanted.filter(word => line.includes(word)).length);
    const most = Math.max(...scores), lines = section.text.split('\n');
    // The heading alone has answered: a sentence, not the head of a table.
    const line = most ? lines[scores.indexOf(most)] : lines.find(each => each.length > 12) || lines[0], hits = places(line, words);
    const [start, end] = hits[0] || [0, 0], [from, to] = sentence(line, start, end);
    const first = start - from > LONG / 2 ? Math.min(border(line, start - LONG / 2), start) : from;
    const far = Math.max(first + LONG, end);
    const last = to > far ? border(line, far) : to;
    return [first > from ? '…' : '', ...marked(line, hits, first, last), last < to ? '…' : ''];
  }

  // From the last full stop before two places to the first one after them.
  function sentence(line, start, end) {
    let from = 0;
    const stop = /(?:[。！？]|[.!?](?=[”’)]*\s))[”’」』）)]*\s?/g;
    while (stop.test(line)) {
      const after = stop.lastIndex;
      if (after <= start) from = after;
      else if (after >= end) return [from, after];
    }
    return [from, line.length];
  }

  // The next place where a line may be cut, not within a word.
  const border = (line, at) => at + line.slice(at).search(/[\s\u3400-\u9fff]|$/);

  // Chinese under English carries its language, or it is drawn with Japanese glyphs.
  function tongues(text) {
    if (zh) return [text];
    return text.split(/([\u3400-\u9fff]+)/).map((part, i) => i % 2 ? make('span', { lang: 'zh-Hans' }, part) : part);
  }

  // The text between two places, hits marked.
  function marked(line, hits, from = 0, to = line.length) {
    const parts = [];
    let at = from;
    hits.filter(hit => hit[0] < to).forEach(([start, end]) => {
      if (start < at) return;
      parts.push(...tongues(line.slice(at, start)), make('mark', {}, ...tongues(line.slice(start, end))));
      at = end;
    });
    return [...parts, ...tongues(line.slice(at, Math.max(at, to)))];
  }

  const hit = (href, ...children) => make('a', { href, class: 'story-hit' }, ...children);

  function result(section, words, base) {
    const heading = marked(section.heading, places(section.heading, words));
    return hit(new URL(section.url, base), make('b', {}, ...heading), ' ', make('small', {}, ...tongues(section.title)), ' ', make('span', {}, ...quote(section, words)));
  }

  // ── Asking ──
  function load(address, say) {
    window.storySearch = (...index) => { sections = prepare(...index); window.story.ran = true; };
    return window.story.load(address, say);
  }

  const modified = event => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;

  window.story.find = form => {
    if (form.dataset.started) return;
    form.dataset.started = true;
    const field = form.elements.q, output = form.querySelector('output'), box = field.matches('[role=combobox]');
    const list = document.getElementById(field.getAttribute('aria-controls'));
    const index = new URL(form.dataset.index, location.href), base = new URL('../../', index);
    let active = null;

    function choose(option) {
      if (active) active.removeAttribute('aria-selected');
      active = option;
      if (!active) return field.removeAttribute('aria-activedescendant');
      active.setAttribute('aria-selected', 'true');
      active.scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', active.id);
    }

    function option(link, i) {
      link.setAttribute('role', 'option');
      return Object.assign(link, { id: 'search-hit-' + i, tabIndex: -1 });
    }

    function show() {
      const asked = split(field.value), { found, words, near } = answer(asked), count = found.length, said = [].concat(...words);
      const links = found.slice(0, box ? SHOWN : count).map(section => result(section, said, base));
      if (links.length < count) links.push(hit(asking(form), say('all', count)));
      list.textContent = '';
      list.append(...links.map(box ? option : link => make('li', {}, link)));
      list.hidden = !count;
      output.textContent = !asked.length ? '' : !count ? say('none', field.value.trim()) : (near ? say('near', near.join(zh ? '、' : ', ')) : '') + say('count', count);
      if (!box) return;
      choose(null);
      field.setAttribute('aria-expanded', !!count);
    }

    function update() {
      load(index, () => { output.textContent = sorry; }).then(show, () => {});
    }

    function key(event) {
      const options = [...list.children], at = options.indexOf(active), last = options.length - 1;
      if (event.isComposing || modified(event) || last < 0) return;
      // With no option chosen Home and End belong to the field.
      const to = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at < 1 ? last : at - 1, Home: active ? 0 : -1, End: active ? last : -1 }[event.key];
      if (event.key === 'Enter' && active) active.click();
      else if (to >= 0) choose(options[to]);
      else return;
      event.preventDefault();
    }

    // A keyboard is not to correct a name, nor to begin it with a capital.
    Object.entries({ autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' }).forEach(pair => field.setAttribute(...pair));
    // While a word is being composed the field holds keys, not words.
    field.addEventListener('input', event => { if (!event.isComposing) update(); });
    field.addEventListener('compositionend', update);
    form.addEventListener('submit', update);
    if (box) {
      field.setAttribute('aria-autocomplete', 'list');
      field.addEventListener('keydown', key);
      // A result on this very page lies under the dialog.
      list.addEventListener('click', event => { if (!modified(event)) form.parentElement.close(); });
    }
    update();
  };
})();
