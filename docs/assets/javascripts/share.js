// The page's permanent address, copied or handed to the device's own way of sharing. Without this script the foot names it.
(function () {
  const { make } = window.story, words = window.story.words(), place = document.querySelector('.story-share p'), done = make('output', {});
  if (!place) return;
  const address = () => document.querySelector('link[rel=canonical]').href + ('both' in document.documentElement.dataset ? '?both' : '') + location.hash;
  function add(word, action) {
    const button = make('button', { type: 'button' }, words(word));
    button.onclick = () => action().catch(() => {});
    place.append(button, ' ');
  }
  if (navigator.clipboard) add('copy', () => navigator.clipboard.writeText(address()).then(() => { done.textContent = words('copied'); }, () => { done.textContent = address(); }));
  if (navigator.share) add('send', () => navigator.share({ title: document.title, url: address() }));
  place.append(done);
})();
