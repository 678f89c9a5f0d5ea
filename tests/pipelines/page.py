"""page.py FILE: an HTML page that is whole by itself: every element closed where it should
be, no identifier twice, links within the page that lead somewhere, nothing fetched, no
handler and no style in an attribute, every form field with a label."""

import html.parser
import sys

VOID = {"meta", "link", "input", "br", "hr", "img"}
FETCH = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.to, self.wrong = [], set(), [], []

    def say(self, what):
        self.wrong.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        for name, value in attributes:
            if name == "id":
                if value in self.ids:
                    self.say(f"id {value} twice")
                self.ids.add(value)
            if name.startswith("on") or name == "style" or name in FETCH:
                self.say(f"<{tag} {name}>")
            if name == "href" and value.startswith("#"):
                self.to.append(value[1:])
            if name == "href" and ":" in value.split("/")[0] and not value.startswith(
                    ("https:", "http:", "data:,")):
                self.say(f"an address such as {value}")
            if name in ("aria-labelledby", "aria-describedby"):
                self.to += value.split()
        if tag == "link" and dict(attributes).get("href") != "data:,":
            self.say("a file is fetched")
        if tag in ("input", "select") and "label" not in self.open:
            self.say(f"{tag} without a label")
        if tag == "svg" and "aria-hidden" not in names:
            self.say("a picture that is read out")
        if len(names) != len(set(names)):
            self.say(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.say(f"</{tag}> in <{self.open[-1] if self.open else ''}>")
        else:
            self.open.pop()


page = Page()
page.feed(open(sys.argv[1], encoding="utf-8").read())
page.close()
page.wrong += [f"not closed: {tag}" for tag in page.open]
page.wrong += [f"nothing is called {name}" for name in page.to if name not in page.ids]
print("\n".join(page.wrong))
sys.exit(bool(page.wrong))
