(function () {
  var input = document.getElementById('filter');
  var rows = Array.prototype.slice.call(document.querySelectorAll('tbody tr'));
  var sections = Array.prototype.slice.call(document.querySelectorAll('main section'));
  input.closest('p').hidden = false;
  input.addEventListener('input', function () {
    var wanted = input.value.trim().toLowerCase();
    var shown = 0;
    rows.forEach(function (row) {
      var section = row.closest('section');
      var heading = section ? Array.prototype.map.call(section.querySelectorAll('h2, li'), function (part) { return part.textContent; }).join(' ') : '';
      var text = (heading + ' ' + row.textContent).toLowerCase();
      row.hidden = wanted !== '' && text.indexOf(wanted) < 0;
      shown += row.hidden ? 0 : 1;
    });
    sections.forEach(function (section) {
      section.hidden = wanted !== '' && !section.querySelector('tbody tr:not([hidden])');
    });
    document.getElementById('matches').textContent = wanted === '' ? '' : shown + ' of ' + rows.length + ' rows';
  });
})();
