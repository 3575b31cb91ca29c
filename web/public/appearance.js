// Runs before the first paint, from a file because the content security policy allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem('beep.theme');
    if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem('beep.language') || navigator.language;
    document.documentElement.lang = /^fr/i.test(language) ? 'fr' : 'en';
  } catch (refused) {
    // Storage may be forbidden; the system's theme and English hold then.
  }
})();
