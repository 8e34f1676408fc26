(function () {
  var leaving = false; // what is still under way then is given up, and has not failed
  addEventListener('beforeunload', function () { leaving = true; });
  function tell(words) { if (!leaving) new Image().src = '/story-fault?' + encodeURIComponent(location.pathname + ' ' + words); }
  addEventListener('error', function (e) {
    tell(e.message || 'not loaded: ' + (e.target.currentSrc || e.target.src || e.target.href));
  }, true);
  addEventListener('unhandledrejection', function (e) { tell('unhandled: ' + e.reason); });
  addEventListener('securitypolicyviolation', function (e) { tell('policy: ' + e.violatedDirective + ' ' + e.blockedURI); });
  var said = console.error;
  console.error = function () { tell('console: ' + [].join.call(arguments, ' ')); said.apply(console, arguments); };
})();
