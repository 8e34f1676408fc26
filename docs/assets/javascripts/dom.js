// What several tools need: an element with its attributes and content, and the words of a script in the page's language.
window.story = {
  // Whether the browser has what tools need that come when they are used (first.js).
  able: document.documentElement.dataset.scripts !== '',
  make(tag, attributes, ...inside) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...inside);
    return element;
  },
  // The words that came with the script: to be taken while it runs, before another one brings its own.
  words() {
    const all = window.storyWords, lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
    return key => all[key][lang];
  },
};
