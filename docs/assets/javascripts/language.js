// The language switch leads to the same heading of the other page: ids are equal in both languages.
(function () {
  var links = document.querySelectorAll('.story-switch a');
  function follow() {
    links.forEach(function (link) { link.hash = location.hash; });
  }
  addEventListener('hashchange', follow);
  follow();
})();
