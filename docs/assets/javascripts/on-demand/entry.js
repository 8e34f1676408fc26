// The entry of the ledger that one points at, tabs to or taps has a sign that copies it: what it says in both
// languages, where that is from, and its address. load.js brings this file when a reader first comes to an entry.
(function () {
  const { make } = window.story, words = window.story.words(), { source, said } = window.storyLedger;
  if (!navigator.clipboard) return;
  const languages = document.documentElement.lang === 'en' ? [1, 0] : [0, 1], done = make('output', { class: 'story-taken' });
  const button = make('button', { type: 'button', 'aria-label': words('copy'), title: words('copy') });
  const sign = make('span', { class: 'story-take' }, button, done);
  let shown = null;

  const mark = () => [...shown.querySelectorAll('.story-source')].pop();
  function text() {
    const told = [said[shown.id], source.map(each => each.replace('{}', mark().textContent))];
    const address = document.querySelector('link[rel=canonical]').href + '#' + shown.id;
    return [...told.flatMap(both => languages.map(each => both[each])), address].join('\n');
  }
  // In the sign for the ear; what could not be copied stands under the entry's words.
  function tell(words, copied) {
    (words && !copied ? shown.cells ? shown.cells[1] : sign.parentNode : sign).append(done);
    done.textContent = words;
    sign.dataset.done = copied || '';
  }
  function show(target) {
    const entry = target.closest && target.closest('.story-listed [data-kind]');
    if (!entry || entry === shown || button.matches(':focus-visible')) return;
    shown = entry;
    tell('');
    mark().after(sign);
  }
  button.onclick = () => {
    const whole = text();
    navigator.clipboard.writeText(whole).then(() => tell(words('copied'), 'yes'), () => tell(whole));
  };
  ['pointerover', 'focusin'].forEach(type => document.addEventListener(type, event => show(event.target)));
  const here = document.querySelector('.story-listed [data-kind]:is(:hover, :focus-within)');
  if (here) show(here);
})();
