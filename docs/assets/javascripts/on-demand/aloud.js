// Reads the text aloud, a sentence at a time, and shows where it is.
(function () {
  const button = document.querySelector('.story-tools__aloud'), article = document.querySelector('.story-article');
  const synth = window.speechSynthesis, zh = document.documentElement.lang.startsWith('zh');
  const { make } = window.story, words = window.story.words();
  const SIGNS = { back: 'M6 5v14M19 5L9 12l10 7z', play: 'M7 4l13 8-13 8z', pause: 'M8 5v14M16 5v14', next: 'M18 5v14M5 5l10 7-10 7z', stop: 'M5 5l14 14M19 5L5 19' };
  const label = (made, key) => { made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGNS[key]}"/></svg><span>${words(key)}</span>`; };
  const press = (key, action) => { const made = make('button', { type: 'button', class: 'story-player__key story-player__key--' + key }); label(made, key); made.onclick = action; return made; };
  const back = press('back', () => step(-1)), play = press('play', toggle), next = press('next', () => step(1)), stopper = press('stop', stop);
  const rate = make('select', {}, ...['0.8', '1', '1.2', '1.5', '2'].map(each => new Option(each + '×', each))), voice = make('select', {});
  const status = make('p', { role: 'status' }), count = make('span', { class: 'story-player__count' });
  const player = make('section', { class: 'story-player', popover: 'manual', 'aria-label': words('title') }, status, count, make('div', {}, back, play, next),
    make('label', {}, make('span', {}, words('rate')), rate), make('label', {}, make('span', {}, words('voice')), voice), stopper);
  // One for all sentences, emptied and filled: WebKit goes on painting one that is taken away.
  const light = window.Highlight && CSS.highlights && new Highlight();
  if (light) CSS.highlights.set('story-aloud', light);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  // `turn` grows with each order given to the voice: what an earlier one still reports is not heard.
  let sentences = null, at = 0, parts = [], voices = [], playing = false, following = true, turn = 0, watch = 0, spoken, painted = [];

  // ── Kept from page to page ──
  const kept = { get(name) { try { return localStorage['story-' + name]; } catch { return undefined; } },
    set(name, value) { try { localStorage['story-' + name] = value; } catch { /* refused: it holds on this page */ } } };
  const voiceKey = 'voice-' + (zh ? 'zh' : 'en');

  // ── What is read: running text; no source marks, and of pictures, graphics, tables and words of the other language nothing ──
  const SKIPPED = (zh ? '[lang|=en], [lang=zh-Latn]' : '[lang|=zh]') + ', .story-open, .story-source, .story-note, .headerlink, .footnote-ref, figure, table, svg, details, form, nav, button, dialog, template, script, [hidden], [aria-hidden=true]';
  const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, div, aside, section, article';

  function paragraphs() {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      node => node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT : node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
    const found = [];
    let block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode, own = node.parentElement.closest(BLOCKS);
      if (!own.getClientRects().length) continue;
      if (own !== block) found.push([]);
      block = own;
      found[found.length - 1].push(node);
    }
    return found;
  }

  function segments(text) {
    const found = window.Intl && Intl.Segmenter
      ? [...new Intl.Segmenter(document.documentElement.lang, { granularity: 'sentence' }).segment(text)].map(part => part.segment)
      : text.match(/.+?(?:[。！？!?]+[”’」』）)]*|\.[”’)]*(?=\s|$)|$)\s*/g) || [];
    // An opening quotation mark belongs to what follows.
    found.forEach((part, i) => {
      const open = i + 1 < found.length ? part.match(/[“‘「『《（(]*$/)[0] : '';
      if (open) { found[i] = part.slice(0, -open.length); found[i + 1] = open + found[i + 1]; }
    });
    return found;
  }

  // A sentence is its text nodes and where in their joined text it begins and ends.
  function split(nodes) {
    const text = nodes.map(node => node.data).join('').replace(/\s/g, ' '), found = [];
    let end = 0;
    segments(text).forEach(part => {
      const start = end;
      end += part.length;
      const last = found[found.length - 1];
      if (/[\p{L}\p{N}]/u.test(part)) found.push({ nodes, start: start + part.search(/\S/), end: start + part.trimEnd().length });
      else if (last && part.trim()) last.end = start + part.trimEnd().length; // a closing quotation mark, alone
    });
    return found.map(each => ({ ...each, text: text.slice(each.start, each.end) })).filter(each => say(each.text));
  }

  // ── How it is said: units in words; on the English page Chinese is left to the eye, for an English voice cannot say it ──
  function say(text) {
    const own = zh ? text : text.replace(/\s*[(（][^()（）]*\p{Script=Han}[^()（）]*[)）]/gu, '').replace(/《?\p{Script=Han}[\p{Script=Han}·》、，]*/gu, '');
    const said = own.replace(/\s*(?:[（(]\s*[)）]|‘’|“”)/g, '').replace(/\s*(?:℃|°C)/g, zh ? '摄氏度' : ' degrees Celsius').replace(/(\d)[,\u2009\u202f\u00a0](?=\d{3})/g, '$1')
      .replace(/(\d)\s*[–~～-]\s*(?=\d)/g, zh ? '$1至' : '$1 to ').replace(/(\d+)\+/g, zh ? '$1余' : 'more than $1')
      .replace(/\s*[·—]+\s*/g, zh ? '，' : ', ').replace(zh ? /(\d)\s+(?=\p{Script=Han})/gu : /\s+/g, zh ? '$1' : ' ').replace(/^[\s，,]+|\s+$/g, '');
    return /[\p{L}\p{N}]/u.test(said) ? said : '';
  }

  // Voices that come over the network fall silent after some fifteen seconds: nothing said at once is longer than twelve.
  function cut(text) {
    const limit = (zh ? 45 : 150) * rate.value, found = [''];
    const pieces = text.length <= limit ? [text] : text.match(/[^，；：、,;:]+[，；：、,;:]*[”’」』）)]*\s*|./g)
      .flatMap(piece => piece.length <= limit ? [piece] : piece.match(new RegExp('.{1,' + Math.floor(limit) + '}(?:\\s|$)|.{1,' + Math.floor(limit) + '}', 'g')));
    pieces.forEach(piece => { if ((found[0] + piece).length > limit) found.unshift(piece); else found[0] += piece; });
    return found.reverse().filter(piece => /[\p{L}\p{N}]/u.test(piece));
  }

  // ── Voices: of the hundreds a device may have, those few that speak this language ──
  function fits(each) {
    const lang = each.lang.toLowerCase().replace(/_/g, '-');
    if (!zh) return /^en\b/.test(lang);
    return /^(zh|cmn)\b/.test(lang) && !/yue|-(hk|mo)\b/.test(lang) && !/cantonese|粤|粵/i.test(each.name);
  }

  function rank(each) {
    const lang = each.lang.toLowerCase().replace(/_/g, '-');
    const usual = zh ? /^(zh|cmn)(-hans)?(-cn)?$/.test(lang) : /^en(-us|-gb)?$/.test(lang);
    return (usual ? 0 : /-(tw|hant)\b/.test(lang) ? 8 : 4) + !each.localService * 2 + !each.default;
  }

  function listVoices() {
    voices = synth.getVoices().filter(fits).sort((a, b) => rank(a) - rank(b)).slice(0, 8);
    voice.replaceChildren(...voices.map(each => new Option(each.name, each.voiceURI)));
    if (voices.some(each => each.voiceURI === kept.get(voiceKey))) voice.value = kept.get(voiceKey);
    return voices.length;
  }

  // Some devices bring their list late: up to four seconds are waited for it.
  function whenVoiced(then) {
    if (listVoices()) return then();
    const mine = ++turn, give = () => { clearTimeout(watch); synth.removeEventListener('voiceschanged', look); };
    const look = () => {
      if (mine !== turn) give();
      else if (listVoices()) { give(); then(); }
    };
    tell('waiting');
    synth.addEventListener('voiceschanged', look);
    watch = setTimeout(() => { give(); if (mine === turn) listVoices() ? then() : mute('novoice'); }, 4000);
  }

  // ── Speaking ──
  function hush() {
    turn++;
    clearTimeout(watch);
    synth.cancel();
  }

  function speak() {
    const mine = ++turn, utterance = spoken = new SpeechSynthesisUtterance(parts[0]); // kept, or its end may never be told
    let begun = false;
    const heard = action => event => { if (mine === turn) action(event); };
    const on = () => {
      parts.shift();
      if (parts.length) speak();
      else go(at + 1);
    };
    utterance.lang = zh ? 'zh-CN' : 'en-US';
    utterance.voice = voices.find(each => each.voiceURI === voice.value) || voices[0];
    if (utterance.voice) utterance.lang = utterance.voice.lang.replace('_', '-');
    utterance.rate = +rate.value;
    utterance.onstart = heard(() => { begun = true; });
    utterance.onend = heard(on);
    utterance.onerror = heard(event => {
      pause();
      // A phone call interrupts; a browser that wants a press of its own asks for it.
      if (!/interrupted|canceled/.test(event.error)) tell(event.error === 'not-allowed' ? 'again' : 'failed');
    });
    clearTimeout(watch);
    // An end that is never told must not stop the reading; a voice that never began has failed.
    watch = setTimeout(heard(() => { hush(); if (begun) later(on); else { pause(); tell('failed'); } }), patience(parts[0]));
    synth.speak(utterance);
  }

  const patience = text => 4000 + text.length * (zh ? 450 : 130) / rate.value;

  // Right after a cancel some engines lose what they are told.
  function later(action) {
    const mine = ++turn;
    setTimeout(() => { if (mine === turn) action(); }, 80);
  }

  function go(to) {
    if (to >= sentences.length) return stop();
    at = Math.max(0, to);
    parts = cut(say(sentences[at].text));
    count.textContent = at + 1 + ' / ' + sentences.length;
    paint();
    if (playing) speak();
  }

  function step(by) {
    hush();
    following = true;
    later(() => go(at + by));
  }

  // `pause()` of the engine ends the utterance on Android: the sentence is remembered and begun anew.
  function pause() {
    hush();
    playing = false;
    state();
  }

  function start() {
    playing = following = true;
    state();
    tell('');
    whenVoiced(() => { tell('reading'); player.classList.remove('story-player--mute'); go(at); });
  }

  function state() {
    label(play, playing ? 'pause' : 'play');
    button.setAttribute('aria-pressed', !player.hidden);
  }

  // What the buttons show by themselves is told to those who do not see them.
  function tell(message) {
    status.textContent = message && words(message);
    status.classList.toggle('story-player__unseen', /reading|paused/.test(message));
  }

  function mute(message) {
    const focused = player.contains(document.activeElement);
    playing = false;
    player.classList.add('story-player--mute');
    if (focused) stopper.focus({ preventScroll: true }); // what had it is gone
    state();
    tell(message);
  }

  // ── The sentence is marked and brought into view, unless the reader has scrolled elsewhere ──
  function range({ nodes, start, end }) {
    const found = document.createRange();
    let passed = 0;
    nodes.forEach(node => {
      if (start >= passed && start < passed + node.length) found.setStart(node, start - passed);
      if (end > passed && end <= passed + node.length) found.setEnd(node, end - passed);
      passed += node.length;
    });
    return found;
  }

  function paint() {
    erase();
    const marked = range(sentences[at]), box = marked.getBoundingClientRect();
    follow(box);
    if (light) light.add(marked); else wrap(sentences[at]);
  }

  function erase() {
    if (light) light.clear();
    painted.forEach(span => { const parent = span.parentNode; span.replaceWith(...span.childNodes); parent.normalize(); });
    painted = [];
  }

  function wrap({ nodes, start, end }) {
    let passed = 0;
    nodes.map(node => { const from = passed; passed += node.length; return [node, Math.max(0, start - from), Math.min(node.length, end - from)]; })
      .filter(([, from, to]) => from < to).forEach(([node, from, to]) => {
        if (to < node.length) node.splitText(to);
        const span = document.createElement('span'), part = from ? node.splitText(from) : node;
        span.className = 'story-aloud';
        part.replaceWith(span);
        span.append(part);
        painted.push(span);
      });
  }

  function follow(box) {
    const top = 16, bottom = innerHeight - player.offsetHeight - 16, seen = box.top >= top && box.bottom <= bottom;
    if (seen) following = true;
    else if (following) scrollBy({ top: box.top - Math.max(top, (bottom - box.height) / 3), behavior: still.matches ? 'auto' : 'smooth' });
  }

  // ── The player ──
  function open() {
    if (!player.isConnected) button.parentNode.after(player);
    player.hidden = false;
    player.showPopover(); // on top of all, whatever contains it
    sentences = paragraphs().flatMap(split);
    at = 0;
    start();
    (player.classList.contains('story-player--mute') ? stopper : play).focus({ preventScroll: true });
  }

  function toggle() {
    if (!playing) return start();
    pause();
    tell('paused');
  }

  function stop() {
    const focused = player.contains(document.activeElement);
    hush();
    erase();
    playing = false;
    player.hidden = true;
    state();
    if (focused) button.focus({ preventScroll: true });
  }

  button.addEventListener('click', () => { if (button.getAttribute('aria-pressed') === 'true') stop(); else open(); });
  rate.value = kept.get('rate') || '1';
  if (!rate.value) rate.value = '1';
  rate.onchange = () => { kept.set('rate', rate.value); step(0); };
  voice.onchange = () => { kept.set(voiceKey, voice.value); step(0); };
  ['wheel', 'touchmove'].forEach(type => addEventListener(type, () => { following = false; }, { passive: true }));
  // Before any other listener closes what it has open: one press, one thing.
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !player.hidden && player.isConnected && !document.querySelector('[aria-describedby=note], .story-reading:not([hidden]), dialog[open]')) stop();
  }, true);
  // The next page is not this page's voice; the language switch leads there too.
  addEventListener('pagehide', stop);
})();
