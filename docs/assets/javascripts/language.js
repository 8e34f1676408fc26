// The language switch leads to the same heading of the other page, whose ids are equal, and asks it the same.
(function () {
  var links = document.querySelectorAll('.story-switch a');
  function follow() {
    links.forEach(function (link) { link.search = location.search; link.hash = location.hash; });
  }
  window.story.follow = follow;
  addEventListener('hashchange', follow);
  follow();
})();
