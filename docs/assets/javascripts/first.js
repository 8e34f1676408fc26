// What the reader has set holds before anything is painted. It stands in the pages themselves, whose policy
// knows it by its hash (scripts/story/site/policy.py); on-demand/reading.js sets.
(function () {
  const root = document.documentElement;
  // Buttons that need a script show themselves by this, and nothing moves: where the browser shows the full page
  // (scripts/story/site/assets.py) and a tool may bring its style sheet.
  const able = 'replaceSync' in CSSStyleSheet.prototype && CSS.supports('(container-type: inline-size) and selector(:has(a))');
  root.dataset.scripts = able ? window.speechSynthesis ? 'tools aloud' : 'tools' : '';
  function apply() {
    if (/[?&]both\b/.test(location.search)) root.dataset.both = ''; // the twin beside the text: on-demand/both.js
    try {
      if (sessionStorage['story-both']) root.dataset.both = '';
      ['size', 'width', 'scheme', 'sources'].forEach(name => { root.dataset[name] = localStorage['story-' + name] || ''; });
    } catch { /* refused: the page stays as it is */ }
  }
  apply();
  // The other script did not arrive: no button stays that nothing answers, no room for a twin that nothing sets.
  addEventListener('error', event => { if (event.target.defer) { delete root.dataset.scripts; delete root.dataset.both; } }, true);
  // A page that comes back by the back button was set before.
  addEventListener('pageshow', event => { if (event.persisted) apply(); });
})();
