// What is asked of a page in the browser, by tests/crawl.py: an object of functions.
(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const told = elements => elements.map(each => each.outerHTML.slice(0, 120));
  const style = getComputedStyle;
  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  // Of the letters of the text, the part that stands underlined; links that only lead on are not of the text.
  const underlined = () => {
    let every = 0, lined = 0;
    for (const block of all('.story-article :is(p, li, dd):not(.story-open, figure table *)')) {
      const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const parent = words.currentNode.parentElement, { length } = words.currentNode.data.trim();
        if (parent.closest('p, li, dd') !== block || !parent.checkVisibility() || style(parent).fontSize === '0px') continue;
        every += length;
        for (let e = parent; e !== block; e = e.parentElement)
          if (style(e).textDecorationLine.includes('underline')) { lined += length; break; }
      }
    }
    return lined / every;
  };

  const words = e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const questions = {
    // Of a page that has just arrived on a phone whose reader wants no motion.
    atOnce: () => ({
      sizeless: told([...document.images].filter(e => !(e.getAttribute('width') > 0 && e.getAttribute('height') > 0))),
      late: told([...document.images].filter(e => e.loading === 'lazy' && e.checkVisibility() && e.getBoundingClientRect().top < innerHeight / 2)),
      levels: all('h1, h2, h3, h4, h5, h6').filter(e => e.checkVisibility()).map(e => +e.tagName[1]),
      jumpers: told(all('[tabindex]').filter(e => e.tabIndex > 0)),
      moving: told(document.getAnimations().filter(a => a.playState === 'running').map(a => a.effect.target)),
      scrolling: style(document.documentElement).scrollBehavior,
      slow: told(all('body *').filter(e => style(e).transitionDuration.split(',').some(time => parseFloat(time) > .01))),
      small: all('.story-header__menu, .story-switch a, a[rel=prev], a[rel=next], button').filter(e => e.checkVisibility())
        .map(e => [e.textContent.trim(), e.getBoundingClientRect().height]).filter(([, height]) => height && height < 43.5),
      without_entry: all('.story-article :is(.story-cite, .story-term)')
        .filter(link => !document.querySelector('[data-entry="' + link.hash.slice(1) + '"]')).map(link => link.hash),
      underlined: underlined(),
      stop: all('.story-here').map(e => e.innerText),
      current_stops: all('.story-strip [aria-current=page]').map(e => e.href),
      next_stop: all('.story-platform__next').map(e => [e.href, e.querySelectorAll('b').length]),
      graphics: all('.story-graphic__drawing').length,
    }),

    // What lies over the element that has the focus.
    covering: () => {
      const e = document.activeElement, b = e.getBoundingClientRect();
      return [[.05, .1], [.95, .1], [.5, .5], [.05, .9], [.95, .9]]
        .map(([x, y]) => document.elementFromPoint(b.left + x * b.width, b.top + y * b.height))
        .filter(top => !e.contains(top)).map(top => top ? top.outerHTML.slice(0, 80) : 'outside of the screen');
    },

    // Words of graphics that are smaller than so many pixels, leave their drawing, or lie on each other.
    unreadable: smallest => all('.story-graphic__drawing, .story-year').flatMap(drawing => {
      const name = drawing.closest('figure').id, whole = drawing.getBoundingClientRect(), found = [], texts = [];
      const walker = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
      for (let node; node = walker.nextNode();) {
        const parent = node.parentElement, range = document.createRange();
        if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
        range.selectNodeContents(node);
        const size = parseFloat(style(parent).fontSize) * (parent.ownerSVGElement?.getScreenCTM().a ?? 1);
        // The box of a line is higher than its letters.
        const boxes = [...range.getClientRects()].map(box => ({ left: box.left, right: box.right,
          top: box.top + box.height * .3, bottom: box.bottom - box.height * .25 }));
        texts.push({ words: node.data.trim(), size, boxes });
      }
      const across = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
      for (const [index, one] of texts.entries()) {
        if (one.size < smallest) found.push(`${name}: “${one.words}” is ${one.size.toFixed(1)} px`);
        if (one.boxes.some(box => box.left < whole.left - 1 || box.right > whole.right + 1 || box.top < whole.top - 1 || box.bottom > whole.bottom + 1))
          found.push(`${name}: “${one.words}” leaves the drawing`);
        for (const other of texts.slice(index + 1))
          if (one.boxes.some(box => other.boxes.some(each => across(box, each)))) found.push(`${name}: “${one.words}” lies on “${other.words}”`);
      }
      return found;
    }),

    // Of a page in type of this step: letters in pixels of every element with words of its own, not in a drawing (0 for
    // the others); what hides words that are too wide for it; paragraphs and how many letters wide they are; words in graphics.
    step: ({ step, smallest }) => {
      document.documentElement.dataset.size = step;
      return {
        letters: all('body *').map(e => e.matches('svg *, option, script, style, .headerlink')
          || !e.checkVisibility() || !words(e) ? 0 : parseFloat(style(e).fontSize)),
        cut: told(all('body *').filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('svg, svg *, img')
          && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && style(e).overflowX === 'hidden')),
        lines: all('.story-article :is(p, li, dd)').filter(e => e.checkVisibility() && e.textContent.trim().length > 60 && !e.matches('figure *, .story-note'))
          .map(e => [e.getBoundingClientRect().width / parseFloat(style(e).fontSize), e.textContent.slice(0, 40)]),
        unreadable: questions.unreadable(smallest),
      };
    },

    // What the letters of a step are those of.
    names: () => all('body *').map(e => `${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`),

    // How much of the screen stays in place while the page scrolls, in pixels.
    fixed: () => all('body *').filter(e => /fixed|sticky/.test(style(e).position) && e.checkVisibility())
      .reduce((sum, e) => sum + e.getBoundingClientRect().height, 0),

    // Colours as the browser has computed them: of the page, of letters in drawings with what lies under them, of shapes.
    colours: () => ({
      ground: style(document.body).backgroundColor,
      letters: all('svg text').filter(e => e.checkVisibility()).map(e => {
        e.scrollIntoView({ block: 'center' });
        const b = e.getBoundingClientRect();
        const below = document.elementsFromPoint(b.x + b.width / 2, b.y + b.height / 2).find(o => o instanceof SVGGeometryElement);
        const paint = below && style(below);
        return [e.textContent, style(e).fill, paint && (paint.fill !== 'none' ? paint.fill : paint.stroke)];
      }),
      // A hole has the ground's colour on purpose.
      shapes: all('svg:not(.story-photo__ground) :is(path, line, rect, circle, polyline, polygon):not([class$=__hole])').filter(e => e.checkVisibility())
        .map(e => [style(e).fill, style(e).stroke, e.outerHTML.slice(0, 90)]),
    }),

    // In print: what is for screens and seen, and what is for paper and not.
    print: () => ({
      tallest: Math.max(0, ...all('article .story-photo').map(e => e.getBoundingClientRect().height)),
      seen: told(all('nav:not(article *), button, input, dialog, .md-skip, .headerlink')
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().height)),
      unseen: told(all('article h1, article :is(p, figure, img, figcaption, table):not([class*=filter] *, .story-graphic__table *, [hidden] *)')
        .filter(e => !e.checkVisibility())),
    }),

    // Move through the whole page, so many pixels at a time.
    scroll: async step => {
      for (let place = 0; place < document.documentElement.scrollHeight; place += step) {
        scrollTo(0, place);
        await frame();
      }
    },

    // What has jumped since the page began, if `WATCH` was there before it: by how much, and what.
    jumped: () => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.shifted || []), 60))),
  };
  return questions;
})()
