// What the reader has set holds before anything is painted. This file runs in the head; on-demand/reading.js sets.
(function () {
  const root = document.documentElement;
  root.dataset.scripts = ''; // buttons that need a script show themselves by this, and nothing moves
  function apply() {
    if (/[?&]both\b/.test(location.search)) root.dataset.both = ''; // the twin beside the text: on-demand/both.js
    try {
      if (sessionStorage['story-both']) root.dataset.both = '';
      ['size', 'width', 'scheme', 'sources'].forEach(name => { root.dataset[name] = localStorage['story-' + name] || ''; });
    } catch { /* refused: the page stays as it is */ }
  }
  apply();
  // A page that comes back by the back button was set before.
  addEventListener('pageshow', event => { if (event.persisted) apply(); });
})();
