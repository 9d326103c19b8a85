"""The user's language as Qt knows it, turned into the presenters' formats."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

from ui.presenters.formats import Formats


def formats_of(locale: QLocale, months: QLocale | None = None) -> Formats:
    """How this language writes numbers and dates; `months` is another that names the months."""
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if locale.language() is QLocale.Language.C:  # no language is set: Qt would write 05 04 2027
        pattern = "yyyy-MM-dd"
    order = "".join(dict.fromkeys(re.sub(r"[^dmy]", "", pattern.lower())))
    separator = re.search(r"[^\w']", pattern)
    return Formats(
        decimal_point=locale.decimalPoint(),
        group_separator=locale.groupSeparator(),
        date_order=order if sorted(order) == ["d", "m", "y"] else "ymd",
        separator=separator.group() if separator else "-",
        months=tuple((months or locale).monthName(month, QLocale.FormatType.ShortFormat).rstrip(".") for month in range(1, 13)),
    )
