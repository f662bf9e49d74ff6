/** The script of the kill matrix: a classic one, which asks for nothing and stores nothing. */
export const MATRIX_SCRIPT = `
(function () {
  'use strict';
  var root = document.documentElement;
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var one = function (id) { return document.getElementById(id); };
  var search = one('search'), modules = one('module'), kinds = one('kind'), open = one('open');
  var rows = all('tr[data-judgement]'), groups = all('.matrix');

  function speak(lang) {
    root.setAttribute('data-lang', lang);
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    all('[data-en]').forEach(function (element) {
      var text = element.getAttribute('data-' + lang);
      if (element.tagName === 'INPUT') { element.placeholder = text; element.setAttribute('aria-label', text); }
      else if (element.tagName === 'SELECT') element.setAttribute('aria-label', text);
      else element.textContent = text;
    });
  }
  function filter() {
    var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var isOpen = open.getAttribute('aria-pressed') === 'true';
    rows.forEach(function (row) {
      var of = function (name) { return row.getAttribute('data-' + name); };
      var text = words.length ? row.textContent.toLowerCase() : '';
      row.hidden = !((!modules.value || of('module') === modules.value) && (!kinds.value || of('kind') === kinds.value) &&
        (!isOpen || (of('judgement') !== 'KILLED' && of('judgement') !== 'INVALID')) &&
        words.every(function (word) { return text.indexOf(word) >= 0; }));
    });
    groups.forEach(function (group) { group.hidden = !all('tr[data-judgement]', group).some(function (row) { return !row.hidden; }); });
    one('no-row').hidden = groups.some(function (group) { return !group.hidden; });
    one('shown').textContent = rows.filter(function (row) { return !row.hidden; }).length + ' / ' + rows.length;
  }
  function turn() { speak(root.getAttribute('data-lang') === 'zh' ? 'en' : 'zh'); }
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === 'Escape') { search.value = ''; filter(); event.target.blur(); }
      return;
    }
    if (event.key === 'l') turn();
    else if (event.key === '/') { event.preventDefault(); search.focus(); }
  });
  one('switch').addEventListener('click', turn);
  search.addEventListener('input', filter);
  modules.addEventListener('change', filter);
  kinds.addEventListener('change', filter);
  open.addEventListener('click', function () { open.setAttribute('aria-pressed', open.getAttribute('aria-pressed') === 'true' ? 'false' : 'true'); filter(); });
  speak(/^zh/i.test(navigator.language || '') ? 'zh' : 'en');
  filter();
})();
`;
