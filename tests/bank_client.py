"""Another person's program at a shared bank, to be started as a process of its own: python bank_client.py WHAT [NUMBER].

The address comes in the environment (BANK_ADDRESS). `count N` says that it is ready, waits for a line, and then adds 1
to the value of the project Apollo, N times; `go_on` does so until it is killed, and says the value each time it is
acknowledged; `hold` takes the lock of a writer, says so, and then does nothing until it is killed.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.bank.address import Address
from data.bank.bank import Bank
from data.bank.connection import engine
from data.bank.errors import BehindError, BusyError
from data.database import content
from data.edits import Change, Edit, StaleEditError
from data.entities import Id
from data.portfolio import Kind

APOLLO = Id("Apollo")


def one_more(bank: Bank) -> Edit:
    """What somebody decides who looks at the bank as it was read last."""
    before = bank.portfolio.projects[APOLLO]
    return Edit("One more", (Change(Kind.PROJECT, APOLLO, before, replace(before, value=(before.value or 0.0) + 1.0)),))


def count(address: Address, times: int) -> None:
    """Says how often it was behind and how often its edit was stale."""
    behind = stale = 0
    with Bank.open(address) as bank:
        print("ready", flush=True)
        sys.stdin.readline()
        for _ in range(times):
            edit, done = one_more(bank), False
            while not done:
                try:
                    bank.commit(edit)
                    done = True
                except BehindError:
                    behind += 1
                    bank.catch_up()
                except StaleEditError:
                    stale += 1
                    edit = one_more(bank)
                except BusyError:
                    continue
    print(behind, stale)


def go_on(address: Address) -> None:
    with Bank.open(address) as bank:
        while True:
            bank.commit(one_more(bank))
            print(bank.portfolio.projects[APOLLO].value, flush=True)


def hold(address: Address) -> None:
    with engine(address).begin() as connection:
        content.state_of(connection, lock=True)
        print("held", flush=True)
        time.sleep(600)


if __name__ == "__main__":
    at = Address.of(os.environ["BANK_ADDRESS"])
    match sys.argv[1:]:
        case ["count", times]:
            count(at, int(times))
        case ["go_on"]:
            go_on(at)
        case _:
            hold(at)
