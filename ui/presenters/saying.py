"""What the window says, in the language it speaks: the one way of texts for presenters and views, without Qt.

`tools/translations.py` finds the calls of `translate` and `counted` in the sources, so context and texts are written out where they
are called. Placeholders stand by name in the text, `translate("Cell", "Free: {hours} h").format(hours=...)`, so that a language may order
them as it must. Texts of a module are said when it is imported: the language is chosen before that, and stays.
"""

from __future__ import annotations

from collections.abc import Callable

Translator = Callable[[str, str, str, int], str]
"""Context, text, disambiguation and count (-1 for none) to the translation; "" where there is none."""


class _Speech:
    """The translator in force, and whether anything was said without one."""

    translator: Translator | None = None
    has_begun: bool = False


def speak(translator: Translator) -> None:
    """From here on everything is said by this translator. Raises RuntimeError where texts were said already."""
    if _Speech.has_begun:
        raise RuntimeError("texts were said before the language was chosen: choose it before the presenters are imported")
    _Speech.translator = translator


def translate(context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
    """The text in the language of the window; as it is where it has no translation. `n` chooses the plural form and fills %n."""
    _Speech.has_begun = True
    said = _Speech.translator(context, text, disambiguation, n) if _Speech.translator else ""
    return said or text


def counted(context: str, many: str, one: str, n: int, shown: str = "") -> str:
    """So many of something: `counted("Cell", "%n weeks", "%n week", 3)`; `shown` is the figure as it is to be written.

    The English forms for many and for one are text and disambiguation of a message with plural forms.
    """
    _Speech.has_begun = True
    said = _Speech.translator(context, many, one, n) if _Speech.translator else ""
    return (said or (one if n == 1 else many)).replace("%n", shown or str(n))


def within(text: str) -> str:
    """A heading or name of a choice as it stands inside a sentence: English writes it small, a translation keeps its own capitals."""
    return text if _Speech.translator else text.lower()


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Names as a sentence lists them: "Ann, Bob and Cem"; "" for none."""
    if len(names) < 2:
        return "".join(names)
    return translate("Saying", "{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
