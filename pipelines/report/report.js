/* The report's movement. Without it everything can be read; with it a mark opens its words,
   and what is shown can be chosen. */
"use strict";
(() => {
  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => Array.from(from.querySelectorAll(query));
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December"];

  /* Dates are ISO 8601, as precise as the source; the same rules as in calendar.c. */
  const say = (iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  };
  const monthsBetween = (from, to) => {
    const [y, m, d = 1] = from.split("-").map(Number);
    const [y2, m2, d2 = 1] = to.split("-").map(Number);
    return m && m2 ? Math.max((y2 - y) * 12 + m2 - m - (d2 < d ? 1 : 0), -1) : -1;
  };
  const sayMonths = (n) => n <= 0 ? "less than a month" : n === 1 ? "1 month" : n + " months";
  const plural = (n, word) => n + " " + word + (n === 1 ? "" : "s");

  /* The words of one cell */

  const dialog = one("#words");
  const body = one("#words-body");
  let opener = null;

  const cellOf = (link) => link.closest("td");
  const linksOf = (row) => all("td a", row).filter((a) => !cellOf(a).hidden);
  const columnOf = (link) => {
    const cell = cellOf(link);
    return cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
  };

  const addText = (mention, subject) => {
    const source = mention.dataset.i && document.getElementById("i" + mention.dataset.i);
    if (!source) return;
    const heading = document.createElement("h3");
    const text = source.cloneNode(true);
    heading.textContent = "In the item’s text";
    text.removeAttribute("id");
    text.removeAttribute("tabindex");
    for (const mark of all("mark", text))
      if (!mark.dataset.s.split(" ").includes(subject)) mark.className = "other";
    body.append(heading, text);
  };

  const show = (link) => {
    const row = link.closest("tr");
    const column = columnOf(link);
    const story = document.getElementById("s" + row.dataset.s);
    const asked = document.createElement("p");
    const links = linksOf(row);
    const at = links.indexOf(link);
    const date = column.dataset.d ? ", " + say(column.dataset.d) : "";

    opener = link;
    one("#words-h").textContent =
      one("h4", story).dataset.name + ": " + one("span", column).textContent + date;
    asked.className = "asked";
    asked.textContent = one(".words", story).textContent;
    body.replaceChildren(asked);
    for (const mention of all(`.mention[data-m="${column.dataset.m}"]`, story)) {
      const copy = document.createElement("div");
      copy.className = "mention";
      copy.append(...mention.cloneNode(true).childNodes);
      body.append(copy);
      addText(mention, row.dataset.s);
    }
    if (body.children.length === 1) {
      const counted = document.createElement("p");
      counted.textContent = "Only named in a list there; to keep this page small, its words are left out.";
      body.append(counted);
    }
    one("#words-before").disabled = at <= 0;
    one("#words-after").disabled = at < 0 || at + 1 >= links.length;
    if (!dialog.open) dialog.showModal();
    body.scrollTop = 0;
    one("#words-h").focus();
  };

  const step = (by) => {
    const links = linksOf(opener.closest("tr"));
    const next = links[links.indexOf(opener) + by];
    if (next) show(next);
  };

  /* From a mark to the next one in that direction. */
  const move = (link, key) => {
    const cell = cellOf(link);
    const row = cell.parentElement;
    const links = linksOf(row);
    if (key === "ArrowLeft" || key === "ArrowRight")
      return links[links.indexOf(link) + (key === "ArrowRight" ? 1 : -1)];
    const next = key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling";
    for (let other = row[next]; other; other = other[next]) {
      if (other.hidden) continue;
      const found = linksOf(other).sort((a, b) =>
        Math.abs(cellOf(a).cellIndex - cell.cellIndex) - Math.abs(cellOf(b).cellIndex - cell.cellIndex));
      if (found.length > 0) return found[0];
    }
    return null;
  };

  for (const grid of all(".grid")) {
    for (const link of all("td a", grid)) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-haspopup", "dialog");
    }
    grid.addEventListener("click", (event) => {
      const link = event.target.closest("td a");
      if (!link) return;
      event.preventDefault();
      show(link);
    });
    grid.addEventListener("keydown", (event) => {
      const link = event.target.closest("td a");
      if (!link) return;
      if (event.key === " ") {
        event.preventDefault();
        show(link);
      } else if (event.key.startsWith("Arrow")) {
        const next = move(link, event.key);
        event.preventDefault();
        if (next) next.focus();
      }
    });
  }
  one("#words-close").addEventListener("click", () => dialog.close());
  one("#words-before").addEventListener("click", () => step(-1));
  one("#words-after").addEventListener("click", () => step(1));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { if (opener) opener.focus(); });

  /* A link to what is folded away unfolds it. */
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const fold = target && target.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  /* On paper is what the reader has unfolded, and always what could not be read. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("#unread details:not([open])");
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of folded) fold.open = false; });

  /* What to show */

  const form = one("#filters");
  const value = (id) => { const field = one("#f-" + id); return field ? field.value : ""; };
  const entryParts = (entry) => [one(".badge b", entry), one(".badge small", entry), one(".last", entry)];
  const LEVELS = ["never", "long", "recent", "none"];
  const levelOf = (element) => LEVELS.find((level) => element.classList.contains(level));
  const LONG = Number((one(".tiles .long span") || { textContent: "6" }).textContent.replace(/\D/g, ""));

  const first = new Map(); /* what entries and rows said at first */
  for (const entry of all(".entry"))
    first.set(entry, { level: levelOf(entry), texts: entryParts(entry).map((part) => part.textContent) });
  for (const end of all("tbody td.end")) first.set(end, { level: levelOf(end), texts: [end.textContent] });
  const order = all(".entries").map((list) => [list, Array.from(list.children)]);

  const setLevel = (element, level) => {
    element.classList.remove(...LEVELS);
    element.classList.add(level);
  };

  /* When the row's subject was last discussed in the columns that are shown. */
  const lastIn = (row, columns) => {
    let last = null;
    columns.forEach((column, i) => {
      const cell = row.cells[i + 1];
      if (!cell.hidden && column.dataset.d && (cell.classList.contains("m1") || cell.classList.contains("m2")))
        last = column;
    });
    return last;
  };

  const judge = (row, entry, columns, newest, narrowed) => {
    const end = row.cells[row.cells.length - 1];
    const last = lastIn(row, columns);
    const since = entry ? entry.dataset.since : "";
    row.last = last ? last.dataset.d : "";
    if (!narrowed || !entry || entry.dataset.early) {
      for (const element of [end, entry])
        if (element) {
          const was = first.get(element);
          setLevel(element, was.level);
          (element === end ? [end] : entryParts(entry)).forEach((part, i) => { part.textContent = was.texts[i]; });
        }
    } else {
      const [badge, small, sentence] = entryParts(entry);
      const oldest = columns.find((column) => column.dataset.d);
      const from = last ? last.dataset.d : since || (oldest ? oldest.dataset.d : "");
      const n = from && newest ? monthsBetween(from, newest) : -1;
      const level = !last ? "never" : n >= LONG ? "long" : "recent";
      setLevel(entry, level);
      setLevel(end, level);
      badge.textContent = !last ? "Not discussed here"
        : level === "long" ? "Silent for " + sayMonths(n) : "Discussed";
      small.textContent = !last ? (n >= 0 ? sayMonths(n) + (since ? " since the report" : "") : "")
        : level === "long" ? ""
        : last.dataset.d === newest ? "at the newest meeting" : sayMonths(n) + " before the newest meeting";
      sentence.textContent = last
        ? `Last discussed ${say(last.dataset.d)}, ${one("span", last).textContent}.`
        : "Not discussed in the meetings chosen.";
      end.textContent = last ? sayMonths(n) : "never";
    }
    columns.forEach((column, i) => {
      const cell = row.cells[i + 1];
      const empty = !cell.hasChildNodes();
      cell.classList.toggle("q", empty && !row.classList.contains("old") && Boolean(column.dataset.d)
        && (last ? column.dataset.d > last.dataset.d : since ? column.dataset.d >= since : false));
    });
    return entry ? levelOf(entry) : "none";
  };

  /* The broken line begins at the last mark that counts. */
  const drawSilence = (entry, row, columns) => {
    const gap = one(".gap", entry);
    if (!gap) return;
    const marks = all("use[data-m]", entry).filter((use) => columns[use.dataset.m]
      && columns[use.dataset.m].dataset.d === row.last && !columns[use.dataset.m].hidden);
    gap.setAttribute("x1", (marks[0] ? marks[0].getAttribute("x") : one(".base", entry).getAttribute("x1")));
  };

  const sayPauses = (columns) => {
    let before = null;
    for (const column of columns) {
      if (column.hidden) continue;
      const n = before && column.dataset.d ? monthsBetween(before, column.dataset.d) : -1;
      one("em", column).textContent = n >= 2 ? sayMonths(n) + " later" : "";
      column.classList.toggle("paused", n >= 2);
      before = column.dataset.d || null;
    }
  };

  const sortEntries = (list, rows) => {
    const silent = (entry) => {
      const row = rows.get(entry.dataset.s);
      return entry.dataset.early ? "z" : row && row.last ? row.last : "";
    };
    Array.from(list.children)
      .sort((a, b) => silent(a) < silent(b) ? -1 : silent(a) > silent(b) ? 1 : a.dataset.s - b.dataset.s)
      .forEach((entry) => list.append(entry));
  };

  const showsColumn = (column, rows, i) => {
    const date = column.dataset.d;
    const from = value("from");
    const to = value("to");
    return (!value("body") || column.dataset.b === value("body"))
      && (!from || date >= from) && (!to || (date && date.slice(0, 10) <= to))
      && (!one("#f-only").checked || rows.some((row) => one("a", row.cells[i + 1])));
  };

  const choose = () => {
    const narrowed = Boolean(value("body") || value("from") || value("to"));
    const shown = { rows: 0, ofRows: 0, columns: 0, ofColumns: 0 };
    let noun = "matter";

    for (const [list, entries] of order) list.append(...entries);
    for (const chapter of all(".chapter")) {
      const head = one(".grid thead tr", chapter);
      const rows = all(".grid tbody tr[data-s]", chapter);
      const columns = head ? all("th[data-m]", head) : [];
      const bySubject = new Map(rows.map((row) => [row.dataset.s, row]));
      const counts = { never: 0, long: 0, recent: 0, none: 0 };
      const about = (element) => !value("concept") || element.dataset.concepts.split(" ").includes(value("concept"));

      chapter.hidden = Boolean(value("council")) && value("council") !== chapter.dataset.c;
      const wanted = rows.filter(about);
      columns.forEach((column, i) => {
        column.hidden = !showsColumn(column, wanted, i);
        for (const row of rows) row.cells[i + 1].hidden = column.hidden;
      });
      sayPauses(columns);
      const dates = columns.filter((column) => !column.hidden && column.dataset.d).map((column) => column.dataset.d);
      const newest = value("to") && value("to") < chapter.dataset.newest ? value("to") : chapter.dataset.newest;
      for (const row of rows) {
        const entry = one(`.entry[data-s="${row.dataset.s}"]`, chapter);
        const level = judge(row, entry, columns, newest, narrowed);
        row.hidden = !about(row) || (Boolean(value("since")) && row.last >= value("since"));
        document.getElementById("s" + row.dataset.s).hidden = row.hidden;
        if (entry) {
          entry.hidden = row.hidden;
          for (const use of all("use[data-m]", entry))
            use.classList.toggle("off", Boolean(columns[use.dataset.m] && columns[use.dataset.m].hidden));
          drawSilence(entry, row, columns);
          if (!row.hidden) counts[level]++;
        }
      }
      for (const item of all(".story [data-m]", chapter))
        item.hidden = Boolean(columns[item.dataset.m] && columns[item.dataset.m].hidden);
      for (const theme of all("tr.theme", chapter)) {
        let next = theme.nextElementSibling;
        while (next && next.hidden && !next.classList.contains("theme")) next = next.nextElementSibling;
        theme.hidden = !next || next.classList.contains("theme");
      }
      for (const level of LEVELS) {
        const tile = one(`.tiles .${level} b`, chapter);
        if (tile) tile.textContent = counts[level];
      }
      if (narrowed && one(".entries", chapter)) sortEntries(one(".entries", chapter), bySubject);
      if (chapter.hidden) continue;
      if (one(".corner", chapter)) noun = one(".corner", chapter).textContent.toLowerCase();
      shown.rows += rows.filter((row) => !row.hidden).length;
      shown.ofRows += rows.length;
      shown.columns += columns.filter((column) => !column.hidden).length;
      shown.ofColumns += columns.length;
    }
    one("#status").textContent = shown.rows === shown.ofRows && shown.columns === shown.ofColumns ? ""
      : `Showing ${shown.rows} of ${plural(shown.ofRows, noun)} and ${shown.columns} of ${plural(shown.ofColumns, "meeting")}.`;
  };

  if (one(".chapter")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", choose);
    form.addEventListener("reset", () => setTimeout(choose));
    choose();
  }
})();
