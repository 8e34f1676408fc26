// The page that a reader points at comes before the click; what is meant by that, and when, is the browser's choice: none
// does it for who saves data. The policy knows these rules by their hash (scripts/story/site/ahead.py).
(function () {
  if (!HTMLScriptElement.supports || !HTMLScriptElement.supports('speculationrules')) return;
  const rules = window.story.make('script', { type: 'speculationrules' }, window.storyAhead);
  if (/^http/.test(location.protocol)) document.head.append(rules);
})();
