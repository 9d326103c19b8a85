"""Every role with who holds it, the hours on both sides, and the names that look as if another role were meant."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.edits import Edit
from data.entities import Hours, Id
from data.portfolio import Kind, Portfolio
from planner.actions import roles as actions
from planner.hours.roles import folded
from planner.insight.by_role import RoleBalance, role_balances
from planner.insight.role_names import lookalikes
from planner.insight.unmet import SHORT
from ui.presenters.columns import Column, FieldError, Leads, by_figure, worded
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.kinds import counted_things
from ui.presenters.saying import counted, listed, translate
from ui.presenters.situation import Situation


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role. `spellings` are how it is written, the commonest first; `held` names by level, the highest first."""

    id: Id
    balance: RoleBalance
    spellings: tuple[str, ...]
    held: tuple[tuple[int, tuple[str, ...]], ...]
    demands: int
    alike: tuple[str, ...]
    planned: bool

    @property
    def name(self) -> str:
        return self.spellings[0]

    @property
    def uses(self) -> int:
        """People and demands that name it."""
        return self.balance.holders + self.demands


def roles(situation: Situation) -> tuple[RoleLine, ...]:
    """All roles, those of most hours unmet first; runs in a worker."""
    portfolio = situation.portfolio
    spelt, held = _spellings(portfolio), _held(portfolio)
    asking = Counter(folded(demand.role) for demand in portfolio.demands.values())
    balances = {folded(each.role): each for each in role_balances(situation.book)}
    names = {key: spelt[key].most_common(1)[0][0] for key in balances}
    alike = lookalikes(list(names.values()))
    return tuple(
        RoleLine(
            Id(key),
            balance,
            tuple(written for written, _ in spelt[key].most_common()),
            tuple((level, tuple(sorted(held[key][level], key=str.casefold))) for level in sorted(held[key], reverse=True)),
            asking[key],
            alike.get(names[key], ()),
            situation.plan is not None,
        )
        for key, balance in balances.items()
    )


def _written(portfolio: Portfolio) -> Iterator[str]:
    for resource in portfolio.resources.values():
        yield resource.role
        yield from (role for role, _ in resource.other_roles)
    yield from (demand.role for demand in portfolio.demands.values())


def _spellings(portfolio: Portfolio) -> Mapping[str, Counter[str]]:
    """How often each role is written in which way, by its folded name."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for role in _written(portfolio):
        found[folded(role)][role.strip()] += 1
    return found


def _held(portfolio: Portfolio) -> Mapping[str, Mapping[int, list[str]]]:
    """Names of those who hold each role (folded), by the level at which they do; a role held twice counts at the higher."""
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for resource in portfolio.resources.values():
        levels: dict[str, int] = {}
        for role, level in ((resource.role, resource.level), *resource.other_roles):
            levels[folded(role)] = max(level, levels.get(folded(role), 0))
        for key, level in levels.items():
            found[key][level].append(resource.name)
    return found


def role_columns(formats: Formats) -> Sequence[Column[RoleLine]]:
    return (_name(), _alike(), _people(formats), *_hours(formats), _demands(formats), _levels())


def _name() -> Column[RoleLine]:
    return worded(
        "role",
        translate("Roles", "Role"),
        130,
        lambda row: row.name,
        translate("Roles", "A name on resources and demands; case and space around it make no difference"),
        explain=_also_written,
        leads=Leads.NAME,
    )


def _people(formats: Formats) -> Column[RoleLine]:
    return Column(
        "holders",
        translate("Roles", "People"),
        66,
        lambda row: formats.number(row.balance.holders),
        lambda row: by_figure(float(row.balance.holders)),
        translate("Roles", "Resources that hold the role at any level, as their first or another"),
        numeric=True,
        mark=lambda row: "" if row.balance.holders else "bad",
        explain=lambda row: translate("Roles", "{first} as their first role, {others} as another").format(
            first=row.balance.first, others=row.balance.holders - row.balance.first
        ),
    )


def _levels() -> Column[RoleLine]:
    return Column(
        "levels",
        translate("Roles", "Who, by level"),
        230,
        lambda row: "; ".join(f"{level} {', '.join(names)}" for level, names in row.held) or NOTHING,
        lambda row: by_figure(float(max((level for level, _ in row.held), default=0))),
        translate("Roles", "Who holds the role at which level, the highest first"),
        explain=lambda row: "\n".join(
            translate("Roles", "Level {level}: {names}").format(level=level, names=", ".join(names)) for level, names in row.held
        ),
    )


def _hours(formats: Formats) -> tuple[Column[RoleLine], ...]:
    def hours(
        key: str, heading: str, figure: Callable[[RoleLine], Hours | None], tip: str, mark: Callable[[RoleLine], str]
    ) -> Column[RoleLine]:
        return Column(
            key,
            heading,
            80,
            lambda row: formats.hours(figure(row)),
            lambda row: by_figure(figure(row)),
            tip,
            numeric=True,
            mark=mark,
        )

    return (
        hours(
            "capacity",
            translate("Roles", "Capacity h"),
            lambda row: row.balance.capacity,
            translate("Roles", "Hours of those whose first role it is, over the horizon"),
            _unmarked,
        ),
        hours(
            "asked",
            translate("Roles", "Asked h"),
            lambda row: row.balance.asked,
            translate("Roles", "Hours asked of the role by the projects that may take part"),
            _unmarked,
        ),
        hours(
            "balance",
            translate("Roles", "Balance h"),
            lambda row: row.balance.balance,
            translate("Roles", "Capacity less hours asked; below 0 more is asked than those can give whose first role it is"),
            lambda row: "bad" if row.balance.balance < -SHORT else "",
        ),
        hours(
            "unmet",
            translate("Roles", "Unmet h"),
            lambda row: row.balance.unmet if row.planned else None,
            translate("Roles", "Hours asked that the plan does not meet"),
            lambda row: "bad" if row.planned and row.balance.unmet > SHORT else "",
        ),
    )


def _unmarked(_row: RoleLine) -> str:
    return ""


def _demands(formats: Formats) -> Column[RoleLine]:
    return Column(
        "demands",
        translate("Roles", "Demands"),
        66,
        lambda row: formats.number(row.demands),
        lambda row: by_figure(float(row.demands)),
        translate("Roles", "Demands for the role, of all projects"),
        numeric=True,
    )


def _alike() -> Column[RoleLine]:
    return worded(
        "alike",
        translate("Roles", "Looks like"),
        96,
        lambda row: ", ".join(row.alike),
        translate("Roles", "Other roles whose names are spelt nearly so, or short for it; one and the same may be meant"),
        mark=lambda row: "warning" if row.alike else "",
        leads=Leads.NAME,
    )


def headline(lines: Sequence[RoleLine], formats: Formats) -> str:
    """How many there are, and how many look as if another were meant."""
    alike, spelt = sum(bool(line.alike) for line in lines), sum(len(line.spellings) > 1 for line in lines)
    said = [counted("Roles", "%n roles", "%n role", len(lines), formats.number(len(lines)))]
    if alike:
        said.append(counted("Roles", "%n have names that look like another’s", "%n has a name that looks like another’s", alike))
    if spelt:
        said.append(counted("Roles", "%n are written in several ways", "%n is written in several ways", spelt))
    return translate("Roles", "What people do and demands ask for: {roles}.").format(roles=", ".join(said))


def suggested(lines: Sequence[RoleLine]) -> str:
    """The name for several roles that are one: that of the most people and demands, of equal ones the longest."""
    return max(lines, key=lambda line: (line.uses, len(line.name))).name if lines else ""


def told(lines: Sequence[RoleLine], formats: Formats) -> str:
    """What the chosen roles are, in one or two lines."""
    people = counted("Roles", "%n holders", "%n holder", sum(line.balance.holders for line in lines))
    demands = counted_things(Kind.DEMAND, sum(line.demands for line in lines))
    if len(lines) > 1:
        return f"{', '.join(line.name for line in lines)}: {people}, {demands}"
    balance = lines[0].balance
    left = (
        translate("Roles", "{asked} h asked, {there} h there: {hours} h left")
        if balance.balance >= 0
        else translate("Roles", "{asked} h asked, {there} h there: {hours} h too few")
    )
    hours = left.format(
        asked=formats.hours(balance.asked), there=formats.hours(balance.capacity), hours=formats.hours(abs(balance.balance))
    )
    return f"{people}, {demands}. {hours}"


def offers(line: RoleLine, lines: Iterable[RoleLine]) -> tuple[tuple[str, str], ...]:
    """For each role that the chosen one looks like, its name and what both may be called."""
    by_name = {each.name: each for each in lines}
    return tuple((name, suggested((line, by_name[name]))) for name in line.alike if name in by_name)


def edit_of_name(portfolio: Portfolio, chosen: Sequence[str], name: str) -> Edit:
    """The edit that calls these roles by one name everywhere. Raises FieldError where that cannot be a name."""
    if not name.strip():
        raise FieldError(translate("Roles", "A role cannot be without a name; type one"))
    if set(name) & set(";:"):
        marks = translate("Roles", "“{name}” holds “;” or “:”, which part the roles of one resource; type a name without them")
        raise FieldError(marks.format(name=name.strip()))
    return actions.renamed(portfolio, chosen, name)


def key_of(name: str) -> Id:
    """By what the line of a role is known."""
    return Id(folded(name))


def done(edit: Edit, name: str) -> str:
    """What a renaming has touched."""
    counts = Counter(change.kind for change in edit.changes)
    touched = [counted_things(kind, counts[kind]) for kind in (Kind.RESOURCE, Kind.DEMAND) if counts[kind]]
    return translate("Roles", "Called {name} now: {things}. Undo takes all of it back.").format(things=listed(touched), name=name.strip())


def _also_written(line: RoleLine) -> str:
    ways = ", ".join(f"“{each}”" for each in line.spellings[1:])
    return translate("Roles", "Also written {ways}").format(ways=ways) if ways else ""
