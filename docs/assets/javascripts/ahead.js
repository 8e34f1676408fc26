// The page that a reader points at comes before the click: when, is the browser's choice, and never where data is saved.
// The policy knows these rules by their hash (scripts/story/site/ahead.py).
(function () {
  const { connection } = navigator, { supports } = HTMLScriptElement;
  if (!supports || !supports('speculationrules') || !/^http/.test(location.protocol) || (connection && connection.saveData)) return;
  document.head.append(window.story.make('script', { type: 'speculationrules' }, window.storyAhead));
})();
