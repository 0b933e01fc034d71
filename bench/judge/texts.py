"""A text that a regular expression matches: the other way round than an engine reads it."""

import random
import re
import re._constants as sc
import re._parser as parser

TOKENS = [b"210", b"932L", b"5020", b"M1011", b"2100", b"1.02", b"3.14"]
EASY = b"123456789abcdefghijABCDEF -._/:;="
LIKELY = EASY + bytes(range(33, 127)) + bytes(range(256))
CATEGORIES = {
    sc.CATEGORY_DIGIT: rb"\d",
    sc.CATEGORY_SPACE: rb"\s",
    sc.CATEGORY_WORD: rb"\w",
    sc.CATEGORY_NOT_DIGIT: rb"\D",
    sc.CATEGORY_NOT_SPACE: rb"\S",
    sc.CATEGORY_NOT_WORD: rb"\W",
}


def listed(char, items):
    for op, value in items:
        if op is sc.LITERAL and value == char:
            return True
        if op is sc.RANGE and value[0] <= char <= value[1]:
            return True
        if op is sc.CATEGORY and re.match(CATEGORIES[value], bytes([char])):
            return True
    return False


def allowed(char, items):
    return listed(char, items) != (items[0][0] is sc.NEGATE)


class Texts:
    """Makes texts for one expression; the same seed makes the same texts."""

    def __init__(self, pattern, flags, seed):
        self.dice = random.Random(seed)
        self.over_lines = bool(flags & re.S)
        self.tree = parser.parse(pattern, flags & re.S)
        self.compiled = re.compile(pattern, flags)

    def one(self, tries=40):
        """A text that the expression matches, or none."""
        for _ in range(tries):
            self.groups = {}
            text = self.of(self.tree, b"")
            plain = re.sub(rb"^(HTTP/1.[01]) \d\d\d(?= )", rb"\1 200", text)
            for candidate in (plain, text):
                if self.compiled.match(candidate):
                    return candidate
        return None

    def of(self, tree, before):
        out = b""
        nodes = list(tree)
        for i, (op, value) in enumerate(nodes):
            if op is sc.LITERAL:
                out += bytes([value & 255])
            elif op is sc.NOT_LITERAL:
                out += b"y" if value == ord("x") else b"x"
            elif op is sc.ANY:
                out += b"a"
            elif op is sc.IN:
                out += self.char(value)
            elif op is sc.BRANCH:
                out += self.of(self.dice.choice(value[1]), before + out)
            elif op is sc.SUBPATTERN:
                group = self.of(value[3], before + out)
                self.groups[value[0]] = group
                out += group
            elif op in (sc.MAX_REPEAT, sc.MIN_REPEAT):
                out += self.repeated(value, before + out, nodes[i + 1 :])
            elif op is sc.GROUPREF:
                out += self.groups.get(value, b"")
        return out

    def repeated(self, value, before, after):
        low, high, what = value
        first = what[0][0]
        if low == 0 and len(what) == 1 and first is sc.ANY:
            return self.rest(before, after) if self.over_lines else b""
        if len(what) == 1 and first is sc.IN and high == sc.MAXREPEAT and low > 0:
            fit = [t for t in TOKENS if all(allowed(c, what[0][1]) for c in t)]
            if fit:
                return self.dice.choice(fit)
        if low == 0:
            times = self.dice.randint(0, 1) if high == 1 else 0
        else:
            times = low if high == low else low + self.dice.randint(0, 2)
        out = b""
        for _ in range(min(times, 400)):
            out += self.of(what, before + out)
        return out

    def rest(self, before, after):
        """What stands for "anything" in a reply: the rest of its head, where its body comes next."""
        following = after[0][1] if after and after[0][0] is sc.LITERAL else 0
        if not before.startswith((b"HTTP/", b"RTSP/")) or b"\r\n\r\n" in before:
            return b""
        if following in b"< \t" and following:
            return (b"OK" if before.endswith(b" ") else b"") + b"\r\nContent-Type: text/html\r\n\r\n"
        if b"\r\n" not in before and following != 13:
            return b"OK\r\n"
        return b""

    def char(self, items):
        good = [c for c in LIKELY[:18] if allowed(c, items)]
        if good:
            return bytes([self.dice.choice(good)])
        return bytes([next(c for c in LIKELY if allowed(c, items))])
