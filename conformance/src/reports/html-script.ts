/** The script of the page: a classic one, which asks for nothing and stores nothing. */
export const SCRIPT = `
(function () {
  'use strict';
  var root = document.documentElement;
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var one = function (id) { return document.getElementById(id); };
  var search = one('search'), classes = one('class'), modules = one('module'), levels = one('level'), shown = one('shown');
  var cards = all('.card'), rows = all('tr[data-outcome]'), groups = all('.module'), chips = all('.chip');
  var current = -1;

  function speak(lang) {
    root.setAttribute('data-lang', lang);
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    all('[data-en]').forEach(function (element) {
      var text = element.getAttribute('data-' + lang);
      if (element.tagName === 'INPUT') { element.placeholder = text; element.setAttribute('aria-label', text); }
      else if (element.tagName === 'SELECT') element.setAttribute('aria-label', text);
      else element.textContent = text;
    });
    count();
  }
  function chosen() {
    return chips.filter(function (chip) { return chip.getAttribute('aria-pressed') === 'true'; })
      .map(function (chip) { return chip.getAttribute('data-outcome'); });
  }
  function fits(element, outcomes, words) {
    var of = function (name) { return element.getAttribute('data-' + name); };
    if (outcomes.length && outcomes.indexOf(of('outcome')) < 0) return false;
    if (classes.value && of('class') !== classes.value) return false;
    if (modules.value && of('module') !== modules.value) return false;
    if (levels.value && of('level') !== levels.value) return false;
    if (!words.length) return true;
    var text = element.textContent.toLowerCase();
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  }
  function count() {
    var seen = rows.filter(function (row) { return !row.hidden; }).length;
    shown.textContent = seen + ' / ' + rows.length;
  }
  function filter() {
    var outcomes = chosen();
    var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    cards.concat(rows).forEach(function (element) { element.hidden = !fits(element, outcomes, words); });
    groups.forEach(function (group) { group.hidden = !all('tr[data-outcome]', group).some(function (row) { return !row.hidden; }); });
    var noCard = one('no-card');
    if (noCard) noCard.hidden = !cards.length || cards.some(function (card) { return !card.hidden; });
    one('no-row').hidden = groups.some(function (group) { return !group.hidden; });
    count();
  }
  function go(step) {
    var visible = cards.filter(function (card) { return !card.hidden; });
    if (!visible.length) return;
    var at = visible.indexOf(cards[current]);
    var next = visible[at < 0 ? (step > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, at + step))];
    current = cards.indexOf(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'start' });
  }
  function turn() { speak(root.getAttribute('data-lang') === 'zh' ? 'en' : 'zh'); }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === 'Escape') { if (event.target === search) { search.value = ''; filter(); } event.target.blur(); }
      return;
    }
    if (event.key === 'j') go(1);
    else if (event.key === 'k') go(-1);
    else if (event.key === 'l') turn();
    else if (event.key === '/') { event.preventDefault(); search.focus(); search.select(); }
  });
  one('switch').addEventListener('click', turn);
  search.addEventListener('input', filter);
  classes.addEventListener('change', filter);
  modules.addEventListener('change', filter);
  levels.addEventListener('change', filter);
  chips.forEach(function (chip) {
    chip.addEventListener('click', function () {
      chip.setAttribute('aria-pressed', chip.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
      filter();
    });
  });
  cards.forEach(function (card, index) { card.addEventListener('focusin', function () { current = index; }); });
  all('pre mark').forEach(function (mark) {
    var pre = mark.closest('pre');
    if (pre.scrollHeight > pre.clientHeight) pre.scrollTop = mark.offsetTop - pre.offsetTop - pre.clientHeight / 2;
  });
  speak(/^zh/i.test(navigator.language || '') ? 'zh' : 'en');
  filter();
})();
`;
