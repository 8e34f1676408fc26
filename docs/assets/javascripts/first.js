// What the reader has set holds before anything is painted. It stands in the pages themselves, whose policy
// knows it by its hash (scripts/story/site/policy.py); on-demand/reading.js sets. Every page pays for its bytes.
{
  const data = document.documentElement.dataset, apply = () => {
    try {
      if (/[?&]both\b/.test(location.search) || sessionStorage['story-both']) data.both = ''; // the twin beside the text: on-demand/both.js
      ['size', 'width', 'scheme', 'sources'].forEach(name => { data[name] = localStorage['story-' + name] || ''; });
    } catch { /* refused: the page stays as it is */ }
  };
  apply();
  // Buttons that need a script show themselves by this, and nothing moves: where a tool may bring its style sheet and
  // the browser shows the full page. That also asks for container queries, which are older than these two together.
  data.scripts = document.adoptedStyleSheets && CSS.supports('selector(:has(a))') ? window.speechSynthesis ? 'tools aloud' : 'tools' : '';
  // The other script did not arrive: no button stays that nothing answers, no room for a twin that nothing sets.
  addEventListener('error', event => event.target.defer && delete data.scripts && delete data.both, true);
  // A page that comes back by the back button was set before.
  onpageshow = event => event.persisted && apply();
}
