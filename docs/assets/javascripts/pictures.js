// Pictures open in front of the page. The code for it comes with the first that is pressed or that the address names;
// until then, without it, and for clicks with a modifier key, a picture is a plain link to its file.
(function () {
  const { load, able } = window.story, figures = [...document.querySelectorAll('.story-photo[id]')];
  if (!figures.length || !able || !CSS.supports('height: 1dvh')) return;

  document.addEventListener('click', event => {
    const link = event.target.closest('.story-photo__link');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load('lightbox').then(() => window.story.picture(link), () => { location.href = link.href; });
  });

  function named() {
    if (figures.some(figure => '#' + figure.id === location.hash)) load('lightbox').then(() => window.story.picture(), () => {});
  }
  addEventListener('popstate', named);
  named();
})();
