"""A policy as a small TOML file, in the form that `planner.importing.policy_file` reads."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from data.entities import Policy
from data.errors import PlannerError
from data.replacement import replacing


class PolicyNotSavedError(PlannerError):
    """The disk refuses a policy file."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(f"{path}: cannot be written ({reason.strerror or reason}); choose another folder, or check your rights to it.")


def write_policy(policy: Policy, path: Path) -> None:
    """Writes the policy, whole or not at all, in place of what is there. Raises PolicyNotSavedError."""
    try:
        with replacing(path) as beside:
            beside.write_text(policy_text(policy), encoding="utf-8")
    except OSError as reason:
        raise PolicyNotSavedError(path, reason) from reason


def policy_text(policy: Policy) -> str:
    """A line for each field; every figure is there, so that the file shows what else could be set."""
    said = ((field.name, getattr(policy, field.name)) for field in fields(Policy) if field.name != "id")
    return "".join(f"{name} = {_value(value)}\n" for name, value in said)


def _value(value: str | float | bool) -> str:
    """As TOML writes it: its strings have the escapes of JSON's, its figures must not be written with an exponent alone."""
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    return f"{value:.4f}".rstrip("0").rstrip(".")
