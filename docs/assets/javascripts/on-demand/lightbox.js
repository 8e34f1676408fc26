// Pictures open in a dialog: a strip to swipe through, and an address for each picture. pictures.js calls it.
(function () {
  const links = [...document.querySelectorAll('.story-photo__link')];
  const figures = links.map(link => link.closest('.story-photo'));
  const { make, sorry } = window.story, t = window.story.words();
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let dialog, position, strip, slides, words, zoom, opener;
  let current = -1, steering = false, zoomed = false, width = 0, tapped = 0;

  const part = name => dialog.querySelector('.story-lightbox__' + name);
  const addressed = () => figures.findIndex(figure => '#' + figure.id === location.hash);

  function address(method, state, url) {
    try { history[method](state, '', url); } catch { /* refused: some allow only so many in a while */ }
    dispatchEvent(new Event('hashchange')); // neither method tells: language.js listens
  }

  function button(kind, words, sign) {
    const one = make('button', { class: kind, type: 'button', 'aria-label': words, title: words });
    one.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="' + sign + '"/></svg>';
    return one;
  }

  // No page has an id with a capital.
  function build() {
    position = make('p', { class: 'story-lightbox__position', id: 'lightboxPosition' });
    strip = make('div', { class: 'story-lightbox__strip', tabindex: 0, role: 'group', 'aria-labelledby': position.id });
    words = make('div', { class: 'story-lightbox__words', id: 'lightboxWords', 'aria-live': 'polite', 'aria-atomic': true });
    zoom = button('story-lightbox__zoom', t('zoom'), 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7');
    slides = figures.map(() => strip.appendChild(make('div', { class: 'story-lightbox__slide' })));
    dialog = make('dialog', { class: 'story-lightbox', 'aria-labelledby': position.id, 'aria-describedby': words.id },
      position, strip, words,
      button('story-lightbox__prev', t('prev'), 'M15 4l-8 8 8 8'), button('story-lightbox__next', t('next'), 'M9 4l8 8-8 8'),
      zoom, button('story-lightbox__close', t('close'), 'M5 5l14 14M19 5L5 19'));
    part('close').autofocus = true;
    document.body.append(dialog);
    part('prev').onclick = () => go(current - 1);
    part('next').onclick = () => go(current + 1);
    part('close').onclick = () => dialog.close();
    zoom.onclick = () => enlarge(!zoomed);
    strip.addEventListener('scroll', scrolled, { passive: true });
    ['pointerdown', 'wheel'].forEach(type => strip.addEventListener(type, () => { steering = false; }, { passive: true }));
    new ResizeObserver(fit).observe(strip);
    strip.addEventListener('click', tap);
    strip.addEventListener('pointermove', drag);
    dialog.addEventListener('close', closed);
    // Under a finger that has pinched, the strip would turn the page instead of moving the view.
    window.visualViewport && visualViewport.addEventListener('resize', () => {
      dialog.classList.toggle('story-lightbox--pinched', visualViewport.scale > 1.01);
    });
  }

  // Pictures are put into the strip when they or a neighbour are looked at.
  function fill(i) {
    if (!slides[i] || slides[i].firstChild) return;
    const picture = links[i].querySelector('picture').cloneNode(true), image = picture.querySelector('img');
    const size = image.getAttribute('width'), ratio = size / image.getAttribute('height');
    image.style.setProperty('--full', size + 'px');
    image.style.setProperty('--ratio', ratio);
    image.loading = 'eager';
    image.draggable = false;
    image.onerror = () => missing(slides[i], image);
    picture.querySelectorAll('[sizes]').forEach(each => { each.sizes = 'min(100vw, ' + 100 * ratio + 'vh)'; });
    slides[i].append(picture);
  }

  // Said in its place, and a press fetches it again.
  function missing(slide, image) {
    if (image.hidden) return;
    const again = make('button', { type: 'button', class: 'story-failed' }, sorry);
    again.onclick = event => {
      event.stopPropagation(); // a press beside a picture closes
      slide.textContent = '';
      fill(slides.indexOf(slide));
      strip.focus();
    };
    if (slide === slides[current]) enlarge(false);
    image.hidden = true;
    slide.append(again);
    fit();
  }

  // The file for looking closely takes the place of those for pages, for good.
  function closer(slide, image) {
    // A night has no closer one than its largest.
    slide.querySelectorAll('source').forEach(source => { source.media ? source.sizes = image.style.getPropertyValue('--full') : source.remove(); });
    image.removeAttribute('srcset');
    image.src = links[current].href;
  }

  function open(i, opening) {
    if (!dialog) build();
    if (!dialog.open) {
      opener = opening && links[i];
      current = -1;
      dialog.showModal();
      if (opening) address('pushState', { lightbox: true }, '#' + figures[i].id);
    }
    show(i);
    scroll(true);
  }

  function go(i) {
    if (!slides[i]) return;
    const far = Math.abs(i - current) > 1;
    show(i);
    scroll(far);
  }

  function scroll(jump) {
    steering = true;
    width = strip.clientWidth;
    strip.scrollTo({ left: current * width, behavior: jump || still.matches ? 'instant' : 'smooth' });
  }

  // On the way to a picture that was asked for, however long it takes, the pictures passed are not meant;
  // a finger or a wheel takes over.
  function scrolled() {
    const at = strip.scrollLeft / strip.clientWidth;
    if (Math.abs(at - current) < .02) steering = false;
    else if (!steering && dialog.open && !zoomed) show(Math.round(at));
  }

  // Whenever the window has another size.
  function fit() {
    if (!dialog.open) return;
    const image = slides[current].querySelector('img');
    zoom.hidden = image.hidden || (!zoomed && image.clientWidth >= image.getAttribute('width'));
    if (strip.clientWidth !== width) scroll(true);
  }

  function show(i) {
    if (i === current) return;
    enlarge(false);
    current = i;
    [i, i + 1, i - 1].forEach(fill);
    slides.forEach((slide, n) => { slide.inert = n !== i; });
    part('prev').setAttribute('aria-disabled', !i);
    part('next').setAttribute('aria-disabled', !slides[i + 1]);
    const image = slides[i].querySelector('img');
    dialog.style.setProperty('--ratio', image.style.getPropertyValue('--ratio'));
    position.textContent = t('position').replace('{}', i + 1).replace('{}', slides.length);
    const caption = figures[i].querySelector('figcaption').cloneNode(true);
    caption.querySelectorAll('.headerlink').forEach(mark => mark.remove()); // the address is the picture's already
    words.replaceChildren(make('p', { class: 'story-lightbox__alt' }, image.alt), ...caption.childNodes);
    fit();
    if (addressed() !== i) address('replaceState', history.state, '#' + figures[i].id);
  }

  // `x` and `y`, as shares of the picture, stay in the middle.
  function enlarge(on, x = .5, y = .5) {
    if (on === zoomed) return;
    const slide = slides[current], image = slide.querySelector('img');
    zoomed = on;
    dialog.classList.toggle('story-lightbox--zoomed', on);
    zoom.setAttribute('aria-pressed', on);
    if (on) closer(slide, image);
    slide.scrollTo(image.clientWidth * x - slide.clientWidth / 2, image.clientHeight * y - slide.clientHeight / 2);
  }

  function tap(event) {
    const image = event.target.closest('img');
    if (!image) return zoomed || dialog.close();
    const again = event.timeStamp - tapped < 400;
    tapped = again ? 0 : event.timeStamp;
    if (again) enlarge(!zoomed, event.offsetX / image.clientWidth, event.offsetY / image.clientHeight);
  }

  function drag(event) {
    if (zoomed && event.buttons && event.pointerType === 'mouse') slides[current].scrollBy(-event.movementX, -event.movementY);
  }

  // The entry that opening made is taken back; an address that came from elsewhere only loses its end.
  function closed() {
    if (dialog.open) return; // the event comes late, and a step forward may already have opened it again
    enlarge(false);
    if (addressed() >= 0) {
      if (history.state && history.state.lightbox) history.back();
      else address('replaceState', null, location.pathname + location.search);
    }
    (opener || links[current]).focus({ preventScroll: true });
  }

  addEventListener('keydown', event => {
    if (!dialog || !dialog.open || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: slides.length - 1 }[event.key];
    const pan = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (zoomed && pan) slides[current].scrollBy(pan[0] * 80, pan[1] * 80);
    else if (to !== undefined) go(to);
    else return;
    event.preventDefault();
  });

  addEventListener('popstate', () => { if (dialog && addressed() < 0) dialog.close(); });

  // The picture of a link that was pressed, or else the one that the address names.
  window.story.picture = link => {
    const i = link ? links.indexOf(link) : addressed();
    if (i >= 0) open(i, !!link);
  };
})();
