"""A bank is believed only as far as it can be checked: what is strange, changed or newer is refused and said by its name."""

from __future__ import annotations

import re
from dataclasses import replace

import builders as b
import pytest
from bank_server import Server

from data.bank.address import Address
from data.bank.bank import Bank
from data.bank.errors import DamagedBankError, NewerBankError, NoBankError, NotABankError, OlderBankError
from data.database import change_log
from data.database.tables import CHANGE_LOG
from data.edits import Change, Edit, adding
from data.entities import Id
from data.portfolio import Kind

ADD_BOB = adding("Add Bob", [b.resource("Bob")])
FUNCTION = "CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
CHECKING = "CREATE FUNCTION public.fine(text) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true'"


def tamper(server: Server, address: Address, *statements: str) -> None:
    server.run("SET search_path = plimsoll", *statements, database=str(address.url.database))


def tamper_with(server: Server, address: Address, *statements: str) -> None:
    """Makes a bank with a plan and two edits, and changes it behind our back."""
    with Bank.create(address, b.small_case()) as bank:
        bank.commit(ADD_BOB if Id("Bob") not in bank.portfolio.resources else adding("Add Dora", [b.resource("Dora")]))
        bank.keep_plan(b.plan(b.allocation("Check", "Cleo", 2, 10.25)))
        bank.commit(adding("Add Eve", [b.resource("Eve")]))
    tamper(server, address, *statements)


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (
            (FUNCTION.format("public.spy"), "CREATE TRIGGER spy BEFORE UPDATE ON resources FOR EACH ROW EXECUTE FUNCTION public.spy()"),
            "holds what Plimsoll did not make, the trigger “spy” on resources",
        ),
        (
            ("CREATE RULE quiet AS ON DELETE TO projects DO INSTEAD NOTHING",),
            "holds what Plimsoll did not make, the rule “quiet” on projects",
        ),
        (
            ("ALTER TABLE demands ENABLE ROW LEVEL SECURITY", "CREATE POLICY few ON demands USING (name <> 'x')"),
            "holds what Plimsoll did not make, the policy “few” on demands",
        ),
        (
            ("CREATE TABLE public.more () INHERITS (bookings)",),
            "holds what Plimsoll did not make, the table “public.more” that counts as part of bookings",
        ),
        ((FUNCTION.format("spy"),), "holds what Plimsoll did not make, the function “spy”"),
        (
            (CHECKING, "ALTER TABLE projects ADD CHECK (public.fine(name))"),
            "holds what Plimsoll did not make, the call of a function “public.fine(text)” in constraint",
        ),
        (
            (CHECKING, "CREATE INDEX odd ON projects (public.fine(name))"),
            "holds what Plimsoll did not make, the call of a function “public.fine(text)” in index",
        ),
        (("CREATE INDEX fast ON projects (name)",), "holds what Plimsoll did not make, the index “fast”"),
        (("CREATE VIEW people AS SELECT * FROM resources",), "holds what Plimsoll did not make, the view “people”"),
        (("ALTER TABLE bookings SET UNLOGGED",), "holds what Plimsoll did not make, the unlogged relation “bookings”"),
        (("CREATE TABLE notes (said TEXT)",), "holds what Plimsoll did not make, the table “notes”"),
        (("ALTER TABLE projects ADD COLUMN mood TEXT",), "its column projects.mood is not as Plimsoll made it"),
        (("ALTER TABLE projects ALTER COLUMN name TYPE varchar(200)",), "its column projects.name is not as Plimsoll made it"),
        (('ALTER TABLE projects ALTER COLUMN name TYPE TEXT COLLATE "default"',), "its column projects.name is not as Plimsoll made it"),
        (("ALTER TABLE projects ALTER COLUMN name DROP NOT NULL",), "its column projects.name is not as Plimsoll made it"),
        (("ALTER TABLE projects ADD CHECK (priority < 4)",), "the rules of its table “projects” are not those that Plimsoll made"),
        (("ALTER TABLE bookings DROP CONSTRAINT bookings_demand_id_fkey",), "the rules of its table “bookings” are not those"),
    ],
)
def test_what_plimsoll_did_not_make_is_refused_by_its_name(
    server: Server, address: Address, statements: tuple[str, ...], said: str
) -> None:
    Bank.create(address, b.portfolio()).close()
    tamper(server, address, *statements)
    with pytest.raises(NotABankError, match=f"this is no bank that Plimsoll can trust: .*{re.escape(said)}"):
        Bank.open(address)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE resources SET level = 1 WHERE id = 'Eve'", "its content is not what was written"),
        ("DELETE FROM absences", "its content is not what was written"),
        ("UPDATE demands SET hours_per_week = hours_per_week + 1 WHERE hours_per_week IS NOT NULL", "its content is not what was written"),
        ("UPDATE bookings SET week = '2027-99-99'", "month must be in 1..12"),
        ("UPDATE change_log SET who = 'somebody else' WHERE number = 2", "step 2 of its change log is not what was written"),
        ("DELETE FROM change_log WHERE number = 2", "step 2 of its change log is not what was written"),
        ("DELETE FROM change_log WHERE number = 3", "steps are missing at the end of its change log"),
        ("DELETE FROM change_log", "steps are missing at the end of its change log"),
        ("UPDATE plans SET digest = 'x'", "its kept plans are not those that were kept"),
        ("DELETE FROM document", "it does not say what document it is"),
        ("DELETE FROM bank", "it does not say its version"),
        ("DROP INDEX ix_absences_resource_id", "its index “ix_absences_resource_id” is missing"),
        ("DROP TABLE allocations", "its index “allocations_pkey” is missing"),
    ],
)
def test_what_was_changed_behind_our_back_is_found_at_opening(server: Server, address: Address, statement: str, said: str) -> None:
    tamper_with(server, address, statement)
    with pytest.raises(DamagedBankError, match=f"the bank is damaged: .*{re.escape(said)}; ask who runs the server for a backup"):
        Bank.open(address)


@pytest.mark.parametrize("statement", ["UPDATE allocations SET hours = hours + 1", "UPDATE plans SET seed = 2"])
def test_a_plan_changed_behind_our_back_is_found_when_it_is_read(server: Server, address: Address, statement: str) -> None:
    tamper_with(server, address, statement)
    with Bank.open(address) as bank, pytest.raises(DamagedBankError, match="plan plan-1 is not what was kept"):
        bank.latest_plan()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE change_log SET label = 'Nothing' WHERE number = 3", "step 3 of its change log is not what was written"),
        ("DELETE FROM change_log WHERE number = 3", "steps are missing at the end of its change log"),
        ("UPDATE document SET plans_hash = 'x'", "its kept plans are not those that were kept"),
    ],
)
def test_what_was_changed_behind_our_back_is_found_while_catching_up(server: Server, address: Address, statement: str, said: str) -> None:
    with Bank.create(address, b.portfolio()) as one, Bank.open(address) as other:
        one.commit(ADD_BOB)
        one.commit(adding("Add Eve", [b.resource("Eve")]))
        tamper(server, address, statement)
        held = other.state
        with pytest.raises(DamagedBankError, match=said):
            other.catch_up()
        assert other.state == held


def test_a_log_written_anew_with_all_its_hashes_is_found_by_the_digest(server: Server, address: Address) -> None:
    with Bank.create(address, b.portfolio()) as one, Bank.open(address) as other:
        one.commit(ADD_BOB)
        (values,) = server.ask("SELECT * FROM plimsoll.change_log WHERE number = 2", str(address.url.database))
        row = dict(zip(CHANGE_LOG.columns.keys(), values, strict=True))
        row["changes"] = str(row["changes"]).replace('"level":3', '"level":5')
        forged = change_log._hash(row)
        written = f"UPDATE change_log SET changes = '{row['changes']}', hash = '{forged}' WHERE number = 2"
        tamper(server, address, written, f"UPDATE document SET log_hash = '{forged}'")
        with pytest.raises(DamagedBankError, match="what its change log tells is not its content"):
            other.catch_up()


def test_a_row_written_by_who_took_no_lock_is_not_overwritten(server: Server, address: Address) -> None:
    ann = b.resource("Ann")
    with Bank.create(address, b.portfolio(ann)) as bank:
        tamper(server, address, "UPDATE resources SET level = 5, version = 2")
        with pytest.raises(DamagedBankError, match="rows of resources are missing"):
            bank.commit(Edit("Change", (Change(Kind.RESOURCE, ann.id, ann, replace(ann, level=4)),)))
    assert server.ask("SELECT level FROM plimsoll.resources", str(address.url.database)) == [(5,)]


def test_a_database_without_a_portfolio_is_told(address: Address) -> None:
    with pytest.raises(NoBankError, match="this database holds no portfolio yet; check its name, or create a shared bank in it"):
        Bank.open(address)


def test_a_bank_is_made_in_a_schema_that_is_there_but_empty(server: Server, address: Address) -> None:
    server.run("CREATE SCHEMA plimsoll", database=str(address.url.database))
    with pytest.raises(NoBankError):
        Bank.open(address)
    with Bank.create(address, b.portfolio()) as bank:
        assert bank.portfolio == b.portfolio()


def test_a_schema_of_another_program_is_left_alone(server: Server, address: Address) -> None:
    server.run("CREATE SCHEMA plimsoll", "CREATE TABLE plimsoll.ships (name TEXT)", database=str(address.url.database))
    with pytest.raises(NotABankError, match="its schema “plimsoll” was made by another program"):
        Bank.open(address)
    with pytest.raises(NotABankError, match="holds what Plimsoll did not make, the table “ships”"):
        Bank.create(address, b.portfolio())


def test_tables_of_other_schemas_are_no_business_of_ours(server: Server, address: Address) -> None:
    server.run("CREATE TABLE public.resources (id INTEGER)", database=str(address.url.database))
    with Bank.create(address, b.small_case()) as bank, Bank.open(address) as opened:
        assert opened.portfolio == bank.portfolio


def test_a_newer_bank_is_left_to_a_newer_plimsoll(server: Server, address: Address) -> None:
    tamper_with(server, address, "UPDATE bank SET version = 9", "ALTER TABLE projects ADD COLUMN mood TEXT")
    with pytest.raises(
        NewerBankError, match=r"a newer Plimsoll made this bank \(version 9, this one knows 5\); open it with that Plimsoll"
    ):
        Bank.open(address)


OF_VERSION_4 = ("DROP TABLE studies, baselines, estimates", "UPDATE bank SET version = 4")
OF_VERSION_3 = (*OF_VERSION_4, "ALTER TABLE plans DROP COLUMN status_date", "UPDATE bank SET version = 3")
OF_VERSION_2 = (*OF_VERSION_3, "DROP TABLE scenario_changes, scenarios", "UPDATE bank SET version = 2")
OF_VERSION_1 = (
    *OF_VERSION_2,
    "DROP TABLE policies",
    "ALTER TABLE plans DROP COLUMN policy, DROP COLUMN terms",
    "UPDATE bank SET version = 1",
)


def test_an_older_bank_is_brought_up_with_all_it_holds(server: Server, address: Address) -> None:
    tamper_with(server, address, *OF_VERSION_1)
    with Bank.open(address) as bank:
        assert Id("Eve") in bank.portfolio.resources
        assert bank.plan(Id("plan-1")) == b.plan(b.allocation("Check", "Cleo", 2, 10.25))
        bank.commit(adding("Add House", [b.policy("House", cost=5.0)]))
    with Bank.open(address) as bank:
        assert bank.portfolio.policies[Id("House")].cost == 5.0


def test_a_bank_of_version_2_takes_scenarios(server: Server, address: Address) -> None:
    tamper_with(server, address, *OF_VERSION_2)
    tried = (b.scenario(), b.scenario_change("What if", None, b.resource("Zoe")))
    with Bank.open(address) as bank:
        bank.commit(adding("Try", tried))
    with Bank.open(address) as bank:
        assert tuple(bank.portfolio.scenario_changes.values()) == tried[1:]


def test_a_bank_of_version_3_takes_plans_with_a_past(server: Server, address: Address) -> None:
    tamper_with(server, address, *OF_VERSION_3)
    made = b.plan(b.allocation("Check", "Cleo", 2, 8.0), id=Id("later"), status_date=b.friday(2))
    with Bank.open(address) as bank:
        bank.keep_plan(made)
    with Bank.open(address) as bank:
        assert bank.plan(made.id) == made


def test_a_bank_of_version_4_takes_estimates_baselines_and_studies(server: Server, address: Address) -> None:
    tamper_with(server, address, *OF_VERSION_4)
    tried = b.scenario()
    found = (b.estimate("Apollo", win=40.0), tried, b.baseline(), b.study(scenario_id=tried.id))
    with Bank.open(address) as bank:
        bank.commit(adding("Study", found))
    with Bank.open(address) as bank:
        held = bank.portfolio
        assert (*held.estimates.values(), *held.scenarios.values(), *held.baselines.values(), *held.studies.values()) == found


def test_who_could_work_on_an_older_bank_can_go_on_once_its_owner_has_opened_it(server: Server, address: Address) -> None:
    tamper_with(server, address, *OF_VERSION_1)
    server.run("CREATE ROLE \"the Team\" LOGIN PASSWORD 'team'")
    rights = (
        "GRANT USAGE ON SCHEMA plimsoll",
        "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA plimsoll",
        "GRANT UPDATE ON document",
        "GRANT DELETE ON dependencies",
    )
    tamper(server, address, *(f'{right} TO "the Team"' for right in rights))
    team = server.address(str(address.url.database), "the%20Team", "team")
    with pytest.raises(OlderBankError, match="only who made it may bring it up; ask them to open it once with this Plimsoll"):
        Bank.open(team)
    Bank.open(address).close()
    with Bank.open(team) as bank:
        house = b.policy("House", moved=1.5)
        bank.commit(adding("Add House", [house]))
        bank.commit(adding("Try", [b.scenario(), b.scenario_change("What if", house, None)]))
        bank.commit(Edit("Remove", (Change(Kind.POLICY, house.id, house, None),)))
        assert not bank.portfolio.policies


def test_an_older_bank_with_something_that_runs_is_not_brought_up(server: Server, address: Address) -> None:
    spy = "CREATE TRIGGER spy BEFORE UPDATE ON bank FOR EACH ROW EXECUTE FUNCTION public.spy()"
    tamper_with(server, address, *OF_VERSION_1, FUNCTION.format("public.spy"), spy)
    with pytest.raises(NotABankError, match="holds what Plimsoll did not make, the trigger “spy” on bank"):
        Bank.open(address)
    assert server.ask("SELECT version FROM plimsoll.bank", str(address.url.database)) == [(1,)]


def test_an_older_bank_that_is_not_what_it_was_stays_as_it_is(server: Server, address: Address) -> None:
    tamper_with(server, address, *OF_VERSION_1, "CREATE TABLE notes (said TEXT)")
    with pytest.raises(NotABankError, match="the table “notes”"):
        Bank.open(address)
    assert server.ask("SELECT version FROM plimsoll.bank", str(address.url.database)) == [(1,)]


def test_a_database_that_cannot_keep_every_name_is_refused(server: Server) -> None:
    server.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(
        NotABankError, match="its database keeps text as LATIN1, and names in any script need one made with ENCODING 'UTF8'"
    ):
        Bank.create(server.address("latin"), b.portfolio())
    server.run("DROP DATABASE latin WITH (FORCE)")
