#!/usr/bin/env python3
"""The report's page in a real browser: does a click open the words, does the keyboard, what do
filters do, can it be read in light and dark, on a phone, on paper. TAP."""

import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is
from browser import Browser, find  # noqa: E402

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
HEED = os.environ.get("HEED", "build/pipelines/heed")
if not find():
    print("1..0 # SKIP Chromium is not installed")
    sys.exit(0)

cases = 0
bad = 0


def check(what, good, got=None):
    global cases, bad
    cases += 1
    bad += not good
    print(("ok" if good else "not ok"), cases, "-", what, flush=True)
    if not good and got is not None:
        print("#", str(got)[:2000].replace("\n", "\n# "), flush=True)


def same(what, got, wanted):
    check(what, got == wanted, f"{got!r} is not {wanted!r}")


def heed(*arguments, **options):
    subprocess.run([HEED, *arguments], check=True, **options)


def make(folder):
    """The page of samples/, and one of a year of sixty meetings."""
    records, asked = f"{folder}/records.jsonl", f"{folder}/set.jsonl"
    heed("recommendations", "--published", "2024-04-02", "-o", asked,
         "samples/ottermere/inspection/ilacs_report_2024.pdf")
    heed("run", "--quiet", "--recommendations", asked, "--council", "Ottermere", "-o", records,
         "samples/ottermere/meetings")
    heed("report", asked, records, "-o", f"{folder}/report.html")
    # The same document over and over, each time of another week.
    lines = [line for line in open(records, encoding="utf-8") if "commission_2025" in line]
    with open(f"{folder}/year.jsonl", "w", encoding="utf-8") as out:
        for week in range(60):
            date = f"2025-{week // 5 + 1:02}-{week % 5 * 6 + 1:02}"
            for line in lines:
                out.write(re.sub(r"sha256:[0-9a-f]{4}", f"sha256:{week:04x}", line)
                          .replace("2025-06-17\"", date + '"'))
    heed("report", asked, f"{folder}/year.jsonl", "-o", f"{folder}/year.html")
    heed("report", f"{folder}/year.jsonl", "-o", f"{folder}/plain.html")


# Contrast as WCAG 2.2 defines it, of every text that is shown on what is behind it.
CONTRAST = r"""(() => {
  const parse = (text) => {
    const n = text.match(/[\d.]+/g).map(Number);
    return n.length > 3 ? n : [...n, 1];
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color[3] > 0) return color;
    }
    return [255, 255, 255, 1];
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let n = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest("script, style")
      || element.closest("button:disabled")) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(parse(style.color)), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const big = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    n++;
    if (ratio < (big ? 3 : 4.5))
      found.set(element.tagName + "." + element.className + " " + element.parentElement.className, ratio.toFixed(2));
  }
  return [n, [...found]];
})()"""

OPEN = "document.querySelector('#words').open"
ACTIVE = "(() => { const a = document.activeElement; return a.getAttribute('href') || a.id || a.tagName; })()"


def mouse(page):
    same("the grid has a row for each recommendation", page.ask("document.querySelectorAll('.grid tbody tr').length"), 8)
    same("a column for each meeting", page.ask("document.querySelectorAll('.grid thead th[data-m]').length"), 7)
    check("a mark says in words what it is",
          page.ask("[...document.querySelectorAll('.grid td a')].every((a) => ['listed', 'discussed', 'decided'].includes(a.textContent))"))
    page.click("td.m2 a")
    check("a click opens the words", page.ask(OPEN))
    check("they are highlighted in the item's text", page.ask("document.querySelectorAll('#words-body .text mark:not(.other)').length") > 0)
    check("with their page in the document",
          re.search(r"\.pdf#page=\d+$", page.ask("document.querySelector('#words-body a.page').href")))
    check("and the recommendation's own words",
          "strategy meetings" in page.ask("document.querySelector('#words-body .asked').textContent"))
    check("what is behind them cannot be reached", page.ask("document.querySelector('#words').matches(':modal')"))
    page.click("#words-before")
    check("the meeting before is a click away", "Cabinet" in page.ask("document.querySelector('#words-h').textContent"))
    page.click("#words-close")
    check("they close", not page.ask(OPEN))


def keyboard(page):
    for _ in range(60):
        page.key("Tab")
        if page.ask("Boolean(document.activeElement.closest('td'))"):
            break
    here = page.ask(ACTIVE)
    check("Tab alone reaches a mark", here.startswith("#n"), here)
    check("where the focus is can be seen",
          page.ask("getComputedStyle(document.activeElement).outlineStyle") != "none")
    page.key("ArrowDown")
    check("an arrow key goes to the next", page.ask(ACTIVE) != here and page.ask(ACTIVE).startswith("#n"))
    page.key("ArrowUp")
    same("and back", page.ask(ACTIVE), here)
    page.key("Enter")
    check("Enter opens the words", page.ask(OPEN))
    same("their heading has the focus", page.ask(ACTIVE), "words-h")
    for _ in range(12):
        page.key("Tab")
        if not page.ask("Boolean(document.activeElement.closest('dialog')) || document.activeElement === document.body"):
            break
    else:
        check("Tab stays within them", True)
    page.key("Escape")
    check("Escape closes them", not page.ask(OPEN))
    same("and the focus is where it was", page.ask(ACTIVE), here)
    page.key(" ", code="Space")
    check("the space bar opens them too", page.ask(OPEN))
    page.key("Escape")


def choose(page, field, value):
    page.ask(f"""(() => {{
        const field = document.querySelector("#f-{field}");
        if (field.type === "checkbox") field.checked = {str(bool(value)).lower()};
        else field.value = {value!r};
        field.dispatchEvent(new Event("change", {{bubbles: true}}));
    }})()""")


COLUMNS = "[...document.querySelectorAll('.grid thead th[data-m]')].filter((th) => th.checkVisibility()).map((th) => th.querySelector('span').textContent)"
ROWS = "[...document.querySelectorAll('.grid tbody tr')].filter((tr) => tr.checkVisibility()).length"


# Each row as the marks in it: date and body of the meeting, and how far.
MARKS = """[...document.querySelectorAll('.grid tbody tr')].map((tr) => {
  const heads = [...document.querySelectorAll('.grid thead th')];
  return [...tr.cells].map((td, i) => [heads[i].dataset.d, heads[i].querySelector('span') &&
    heads[i].querySelector('span').textContent, td.className]).slice(1, -1);
})"""


def filters(page):
    rows = page.ask(MARKS)  # what stands there is for other tests; here, what is left of it
    discussed = [[(day, body) for day, body, how in row if how in ("m1", "m2")] for row in rows]
    n = len(rows[0])
    never = page.ask("document.querySelector('.tiles .never b').textContent")
    same("what nobody discussed is counted", never, str(sum(not row for row in discussed)))
    number = page.ask("[...document.querySelectorAll('#f-body option')].find((o) => o.textContent === 'Cabinet').value")
    choose(page, "body", number)
    same("a body leaves its own columns", set(page.ask(COLUMNS)), {"Cabinet"})
    same("cells go with their columns",
         page.ask("new Set([...document.querySelectorAll('.grid tr')].map((tr) => [...tr.cells].filter((c) => !c.hidden).length)).size"), 1)
    same("how much is shown is said aloud", page.ask("document.querySelector('#status').textContent"),
         f"Showing 8 of 8 recommendations and {sum(body == 'Cabinet' for _, body, _ in rows[0])} of {n} meetings.")
    same("silence is counted anew: what the Cabinet never discussed",
         page.ask("document.querySelector('.tiles .never b').textContent"),
         str(sum(all(body != "Cabinet" for _, body in row) for row in discussed)))
    check("and the longest is first", page.ask("document.querySelector('.entry').classList.contains('never')"))
    page.ask("document.querySelector('#filters').reset()")
    page.ask("new Promise((done) => setTimeout(done, 50))")
    same("everything comes back", len(page.ask(COLUMNS)), n)
    same("and is said as at first", page.ask("document.querySelector('.tiles .never b').textContent"), never)
    choose(page, "concept", "private-fostering")
    same("a concept leaves its rows", page.ask(ROWS), 1)
    choose(page, "concept", "")
    choose(page, "since", "2025-01-01")
    same("not discussed since a day: those who were, go", page.ask(ROWS),
         sum(all(day < "2025-01-01" for day, _ in row) for row in discussed))
    choose(page, "since", "")
    choose(page, "from", "2025-01-01")
    choose(page, "to", "2025-03-01")
    same("a time leaves its meetings", len(page.ask(COLUMNS)),
         sum("2025-01-01" <= day <= "2025-03-01" for day, _, _ in rows[0]))
    choose(page, "from", "")
    choose(page, "to", "")
    choose(page, "only", True)
    same("meetings that took none of it up can be hidden", len(page.ask(COLUMNS)),
         sum(any(row[i][2][:1] == "m" for row in rows) for i in range(n)))
    choose(page, "only", False)


def looks(browser, address):
    for scheme in ("light", "dark"):
        page = browser.open(address, scheme=scheme)
        page.ask("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        n, found = page.ask(CONTRAST)
        check(f"{scheme}: {n} texts, each in a contrast of AA", n > 200 and not found, found)
        page.click("td.m2 a")
        n, found = page.ask(CONTRAST)
        check(f"{scheme}: the words too", n > 200 and not found, found)
    dark = page.ask("getComputedStyle(document.body).backgroundColor")
    check("dark is dark", sum(map(int, re.findall(r"\d+", dark)[:3])) < 150, dark)


def sizes(browser, folder):
    for name in ("report", "year", "plain"):
        page = browser.open(f"file://{folder}/{name}.html", width=360, height=740, phone=True)
        wide = page.ask("document.documentElement.scrollWidth")
        check(f"{name}: on a phone nothing but the grid is wider than the screen", wide <= 360, wide)
        check(f"{name}: the grid can be moved by the keyboard, and has a name",
              page.ask("[...document.querySelectorAll('.scroll')].every((s) => s.tabIndex === 0 && s.getAttribute('role') === 'region' && s.getAttribute('aria-labelledby'))"))
        page.send("Emulation.setEmulatedMedia", media="print", features=[])
        # A4 less its margins, at 96 points an inch; a grid of many columns lies across.
        paper = 688 if name == "report" else 1032
        page.send("Emulation.setDeviceMetricsOverride", width=paper, height=980, deviceScaleFactor=1, mobile=False)
        wide = page.ask("document.documentElement.scrollWidth")
        check(f"{name}: what is printed fits the width of A4", wide <= paper, wide)
        paper = page.pdf()
        check(f"{name}: it prints", paper.startswith(b"%PDF") and len(paper) > 20000)
    page = browser.open(f"file://{folder}/report.html", width=360, height=740, phone=True)
    page.click("td.m2 a")
    wide = page.ask("document.querySelector('#words').getBoundingClientRect().width")
    check("on a phone the words fit", wide <= 360 and page.ask(OPEN), wide)


def structure(page):
    levels = page.ask("[...document.querySelectorAll('h1, h2, h3, h4')].filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1]))")
    check("one heading of the first level, none left out below it",
          levels.count(1) == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)
    same("one main part", page.ask("document.querySelectorAll('main').length"), 1)
    same("a language", page.ask("document.documentElement.lang"), "en-GB")
    tree = page.send("Accessibility.getFullAXTree")["nodes"]
    nameless = [node["role"]["value"] for node in tree
                if node.get("role", {}).get("value") in ("button", "link", "combobox", "checkbox", "dialog", "region", "table", "Date")
                and not node.get("ignored") and not node.get("name", {}).get("value")]
    same("everything that can be used has a name", nameless, [])
    same("cells are of their meeting and recommendation", page.ask(
        "[...document.querySelectorAll('.grid th')].every((th) => th.scope)"), True)


def without_script(browser, address):
    page = browser.open(address, script=False)
    target = page.send("DOM.getDocument", depth=0)["root"]["nodeId"]

    def count(selector):
        return len(page.send("DOM.querySelectorAll", nodeId=target, selector=selector)["nodeIds"])
    check("without a script: filters are not offered", count("#filters[hidden]") == 1)
    check("without a script: the words stand in the page", count(".mention blockquote") >= 8)
    check("without a script: so do the items' texts", count("details.item mark") >= 8)


with tempfile.TemporaryDirectory() as folder:
    make(folder)
    for name in ("year", "plain"):
        size = os.path.getsize(f"{folder}/{name}.html")
        check(f"{name}: under a megabyte", size < 1000000, size)
    address = f"file://{folder}/report.html"
    with Browser() as browser:
        first = browser.open(address)
        mouse(first)
        keyboard(browser.open(address))
        filters(first)
        structure(first)
        same("nothing but the page itself was asked for",
             [url for url in first.requests() if not url.startswith("data:")], [address])
        same("nothing went wrong in it", first.errors(), [])
        looks(browser, address)
        sizes(browser, folder)
        without_script(browser, address)
print(f"1..{cases}")
sys.exit(bad > 0)
