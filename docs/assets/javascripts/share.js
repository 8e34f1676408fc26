// The page's permanent address, copied or handed to the device's own way of sharing. Without this script the foot names it.
(function () {
  const place = document.querySelector('.story-share'), done = document.createElement('output');
  if (!place) return;
  const lang = document.documentElement.lang.slice(0, 2), [copy, copied, send] = ['copy', 'copied', 'send'].map(key => window.storyWords[key][lang]), address = () => document.querySelector('link[rel=canonical]').href + location.hash;
  function add(text, action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.onclick = () => action().catch(() => {});
    place.append(button, ' ');
  }
  if (navigator.clipboard) add(copy, () => navigator.clipboard.writeText(address()).then(() => { done.textContent = copied; }));
  if (navigator.share) add(send, () => navigator.share({ title: document.title, url: address() }));
  place.append(done);
})();
