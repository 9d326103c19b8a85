"""“Who else?” in words: who may do some hours of a demand, with what is known at once and what solving again has proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.entities import Id
from planner.alternatives.candidates import Candidate, Question, candidates, missing_weeks, wanted_hours
from planner.alternatives.proof import Proof
from ui.presenters.block import when, work
from ui.presenters.booking import Target
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.situation import Situation

MOST_SHOWN = 30
CENT = 0.005
NOTICED = 0.5
"""Points below which an effect is called none: what is shown in whole points."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One candidate as the list shows it. `effect` is proved, under way or an estimate; `mark` is its colour."""

    candidate: Candidate
    name: str
    fit: str
    room: str
    costs: str
    effect: str
    explained: str
    mark: str
    is_proved: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands over its answers; `says` what it is, `now` who has the hours.

    `turned` words the other question that there is about the demand: the hours missing beside those given, and the other way round.
    """

    question: Question
    candidates: tuple[Candidate, ...]
    says: str
    now: str
    is_missing: bool = False
    turned: str = ""


def asked(situation: Situation, target: Target, formats: Formats, *, missing: bool | None = None) -> Asked | None:
    """The question for a demand in a block, with everybody who may do it; None where no demand is chosen or nothing is to be done.

    It is about the hours that somebody gives in the block, or about those `missing` there, else in all weeks that lack some. Where that is
    not said (None) it is about the first, if there are any; of rows of projects, where nobody is chosen, about the second.
    """
    if target.demand_id is None:
        return None
    given, lacking = _of_givers(situation, target), _of_missing(situation, target)
    first = bool(target.block.project_ids and not target.resource_ids) if missing is None else missing
    order = [each for each in ((lacking, given) if first else (given, lacking)) if each is not None]
    if not order:
        return None
    question, other = order[0], order[1] if len(order) > 1 else None
    portfolio = situation.portfolio
    demand = portfolio.demands[target.demand_id]
    wanted = _wanted(situation, question)
    says = f"{demand.name} · {portfolio.projects[demand.project_id].name}, {when(situation, question.weeks, formats)}, {formats.hours(wanted)} h"
    now = _now([portfolio.resources[key].name for key in question.giver_ids])
    found = candidates(situation.booked, situation.given, question)
    turned = _turned(situation, other, formats, missing=other is lacking) if other is not None else ""
    return Asked(question, found, says, now, question is lacking, turned)


def _of_givers(situation: Situation, target: Target) -> Question | None:
    """About what those chosen give the demand in the block; None where they give nothing."""
    if target.demand_id is None:
        return None
    question = Question(target.demand_id, target.block.weeks, _givers(situation, target))
    has_hours = bool(question.giver_ids) and _wanted(situation, question) > CENT
    return question if has_hours else None


def _of_missing(situation: Situation, target: Target) -> Question | None:
    """About what nobody gives the demand in the block, else in any week; None where nothing is missing."""
    if target.demand_id is None:
        return None
    here = Question(target.demand_id, target.block.weeks)
    if _wanted(situation, here) > CENT:
        return here
    weeks = missing_weeks(situation.booked, situation.given, target.demand_id)
    return Question(target.demand_id, weeks) if weeks is not None else None


def _wanted(situation: Situation, question: Question) -> float:
    return float(wanted_hours(situation.booked, situation.given, question).sum())


def _turned(situation: Situation, question: Question, formats: Formats, *, missing: bool) -> str:
    hours, weeks = formats.hours(_wanted(situation, question)), when(situation, question.weeks, formats)
    if missing:
        return translate("WhoElse", "Who could take the {hours} h missing, {weeks}?").format(hours=hours, weeks=weeks)
    return translate("WhoElse", "Who else for the {hours} h given, {weeks}?").format(hours=hours, weeks=weeks)


def _now(names: list[str]) -> str:
    if not names:
        return translate("WhoElse", "Nobody has these hours yet")
    shown, more = ", ".join(names[:3]), len(names) - 3
    return (
        translate("WhoElse", "Now {shown} and {more} more").format(shown=shown, more=more)
        if more > 0
        else translate("WhoElse", "Now {shown}").format(shown=shown)
    )


def _givers(situation: Situation, target: Target) -> tuple[Id, ...]:
    """Whose hours of the demand they are: the people chosen as far as they work on it, else all in the block that do."""
    items = [item for item in work(situation, target.block) if item.demand_id == target.demand_id and item.hours > CENT]
    chosen = frozenset(target.resource_ids)
    return tuple(item.resource_id for item in items if not chosen or item.resource_id in chosen)


def offers(situation: Situation, found: Asked, proofs: Mapping[Id, Proof], running: Sequence[Id], formats: Formats) -> tuple[Offer, ...]:
    """The candidates in words: those proved, best effect first, then the others as they look."""

    def order(each: Candidate) -> tuple[bool, float]:
        proof = proofs.get(each.resource_id)
        return (proof is None or proof.effect is None, -(proof.effect or 0.0) if proof else 0.0)

    shown = sorted(found.candidates[:MOST_SHOWN], key=order)
    return tuple(_offer(situation, each, proofs.get(each.resource_id), each.resource_id in running, formats) for each in shown)


def _offer(situation: Situation, candidate: Candidate, proof: Proof | None, is_running: bool, formats: Formats) -> Offer:
    portfolio = situation.portfolio
    effect, explained, mark = _effect(candidate, proof, is_running, formats)
    return Offer(
        candidate=candidate,
        name=portfolio.resources[candidate.resource_id].name,
        fit=_fit(candidate),
        room=_room(candidate, formats),
        costs=_costs(situation, candidate, formats),
        effect=effect,
        explained=explained,
        mark=mark,
        is_proved=proof is not None and proof.effect is not None,
    )


def _fit(candidate: Candidate) -> str:
    if candidate.level is None:
        return translate("WhoElse", "asked for by name")
    return (
        translate("WhoElse", "level {level}").format(level=candidate.level)
        if not candidate.surplus
        else translate("WhoElse", "level {level}, {surplus} above what is asked").format(level=candidate.level, surplus=candidate.surplus)
    )


def _room(candidate: Candidate, formats: Formats) -> str:
    total = formats.hours(candidate.total)
    if candidate.total < candidate.wanted - CENT:
        total = translate("WhoElse", "{total} of {wanted}").format(total=total, wanted=formats.hours(candidate.wanted))
    free = (
        translate("WhoElse", "all of it free")
        if candidate.free >= candidate.total - CENT
        else translate("WhoElse", "{free} h of it free").format(free=formats.hours(candidate.free))
    )
    over = (
        translate("WhoElse", ", {overtime} h overtime").format(overtime=formats.hours(candidate.overtime))
        if candidate.overtime > CENT
        else ""
    )
    return translate("WhoElse", "can take {total} h, {free}{over}").format(total=total, free=free, over=over)


def _costs(situation: Situation, candidate: Candidate, formats: Formats) -> str:
    """What it takes: work that gives way, limits that yield, money."""
    demands, projects = situation.portfolio.demands, situation.portfolio.projects
    lost: dict[Id, float] = {}
    for key, hours in candidate.displaced:
        project = demands[key].project_id
        lost[project] = lost.get(project, 0.0) + hours
    said = [
        translate("WhoElse", "takes {hours} h from {name}").format(hours=formats.hours(hours), name=projects[key].name)
        for key, hours in lost.items()
    ]
    said += [translate("WhoElse", "team is full")] if candidate.team_full else []
    said += [translate("WhoElse", "one project too many for them")] if candidate.focus_full else []
    if candidate.cost is not None:
        currency = situation.portfolio.settings.currency
        said.append(translate("WhoElse", "costs {cost} {currency}").format(cost=formats.number(candidate.cost), currency=currency).strip())
    return " · ".join(said)


def _effect(candidate: Candidate, proof: Proof | None, is_running: bool, formats: Formats) -> tuple[str, str, str]:
    """What it does to the plan's value, how that is known, and its colour."""
    if proof is None:
        guess = signed(candidate.estimate, formats)
        said = translate("WhoElse", "solving…") if is_running else translate("WhoElse", "about {guess}").format(guess=guess)
        return said, translate("WhoElse", "Looks like {guess} points before anything is solved").format(guess=guess), "muted"
    if proof.effect is None or proof.after is None:
        why = proof.findings[0].problem if proof.findings else translate("WhoElse", "the rules cannot all hold")
        return translate("WhoElse", "not possible"), translate("WhoElse", "No plan was found with this pin: {why}").format(why=why), "bad"
    explained = translate("WhoElse", "Solved again: value {before} before, {after} with the work given to them").format(
        before=formats.number(proof.before), after=formats.number(proof.after)
    )
    mark = "good" if proof.effect > -NOTICED else "warning"
    return signed(proof.effect, formats), explained, mark


def signed(points: float, formats: Formats) -> str:
    """Points with their sign: +12, −40, ±0."""
    if abs(points) < NOTICED:
        return "±0"
    return f"{'+' if points > 0 else '−'}{formats.number(abs(points))}"
