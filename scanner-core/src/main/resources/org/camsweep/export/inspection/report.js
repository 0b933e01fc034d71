(function () {
  "use strict";
  var table = document.getElementById("devices");
  var sheet = document.querySelector(".walk-round");

  function make(name, text, attributes) {
    var element = document.createElement(name);
    if (text) { element.textContent = text; }
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  }

  function sheetButton() {
    var button = make("button", "Print this sheet alone", { type: "button" });
    var box = make("p", "", { "class": "filter" });
    box.append(button);
    sheet.querySelector("h2").after(box);
    button.addEventListener("click", function () {
      document.body.classList.add("sheet-only");
      window.print();
      document.body.classList.remove("sheet-only");
    });
  }

  /* A row's value: the class of its verdict, the text of its network's cell, or its maker. */
  function value(row, key) {
    if (key === "verdict") { return row.cells[0].firstElementChild.classList[1]; }
    return key === "network" ? row.cells[row.cells.length - 1].textContent : row.getAttribute("data-" + key);
  }

  function values(rows, key) {
    var seen = new Set();
    rows.forEach(function (row) { seen.add(value(row, key)); });
    return Array.from(seen).sort();
  }

  function choice(rows, key, label, words) {
    var select = make("select", "", { id: "filter-" + key });
    select.append(make("option", "all", { value: "" }));
    values(rows, key).forEach(function (value) {
      select.append(make("option", words ? words(value) : value, { value: value }));
    });
    var box = make("label", label, { "for": "filter-" + key });
    box.append(select);
    return { box: box, field: select, key: key };
  }

  function filters() {
    var body = table.tBodies[0];
    var rows = Array.from(body.rows);
    var texts = new Map(); /* filled when first asked for */
    var text = make("input", "", { type: "search", id: "filter-text", autocomplete: "off" });
    var textBox = make("label", "Text", { "for": "filter-text" });
    textBox.append(text);
    var choices = [
      choice(rows, "verdict", "Verdict", function (v) { return v.replace(/-/g, " "); }),
      choice(rows, "network", "Network"),
      choice(rows, "maker", "Built by")
    ];
    var count = make("output", "", { role: "status", "aria-live": "polite" });
    var form = make("div", "", { "class": "filter", role: "search", "aria-label": "Filter the devices" });
    form.append(textBox);
    choices.forEach(function (c) { form.append(c.box); });
    form.append(count);
    table.parentElement.before(form);

    function holds(row, wanted) {
      if (!wanted) { return true; }
      if (!texts.has(row)) { texts.set(row, row.textContent.toLowerCase()); }
      return texts.get(row).indexOf(wanted) >= 0;
    }

    function apply() {
      var wanted = text.value.trim().toLowerCase();
      var shown = 0;
      rows.forEach(function (row) {
        var fits = holds(row, wanted) && choices.every(function (c) {
          return c.field.value === "" || value(row, c.key) === c.field.value;
        });
        row.hidden = !fits;
        if (fits) { shown++; }
      });
      count.textContent = shown + " of " + rows.length + " devices";
    }
    text.addEventListener("input", apply);
    choices.forEach(function (c) { c.field.addEventListener("change", apply); });
    apply();
  }

  var RANK = ["restricted", "review", "waived", "not-assessed", "clear"];

  function order(cell) {
    var first = cell.firstElementChild;
    if (first && first.classList.contains("verdict")) { return RANK.indexOf(first.classList[1]); }
    if (first && cell.classList.contains("address") && !cell.hasAttribute("data-order")) {
      return first.textContent.split(".").map(function (part) { return part.padStart(3, "0"); }).join(".");
    }
    return cell.getAttribute("data-order") || cell.textContent.trim().toLowerCase();
  }

  function sorting() {
    var body = table.tBodies[0];
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var button = make("button", head.textContent, { type: "button" });
      head.textContent = "";
      head.append(button);
      button.addEventListener("click", function () {
        var up = head.getAttribute("aria-sort") !== "ascending";
        Array.from(table.tHead.rows[0].cells).forEach(function (h) { h.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        Array.from(body.rows)
          .map(function (row) { return { row: row, key: order(row.cells[column]) }; })
          .sort(function (a, b) { return (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (up ? 1 : -1); })
          .forEach(function (one) { body.append(one.row); });
      });
    });
  }

  function unfold() {
    var target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    var evidence = target && target.querySelector("details.evidence");
    if (evidence) { evidence.open = true; }
  }

  if (table) { filters(); sorting(); }
  if (sheet) { sheetButton(); }
  window.addEventListener("hashchange", unfold);
  unfold();
})();
