"""A policy from a TOML file: what it says is taken as it is, and whatever else stands there is refused at its line."""

from dataclasses import replace

import pytest
from builders import policy

from planner.importing.policy_file import BadPolicyFileError, read_policy


def written(tmp_path, text, name="house.toml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_every_key_is_a_field_of_the_policy(tmp_path):
    text = 'name = "House"\novertime = 1\ncost = 2.5\nfit = 3\ncontinuity = 4\nmoved = 5\nchanged = 6.25\nstrict = true\n'
    found = read_policy(written(tmp_path, text))
    said = policy(overtime=1.0, cost=2.5, fit=3.0, continuity=4.0, moved=5.0, changed=6.25, strict=True)
    assert replace(found, id=said.id) == said


def test_what_is_left_out_is_0_and_the_name_is_that_of_the_file(tmp_path):
    found = read_policy(written(tmp_path, "", "Thrifty.toml"))
    assert replace(found, id=policy().id) == replace(policy(), name="Thrifty")


def test_a_file_as_windows_writes_it_is_read(tmp_path):
    assert read_policy(written(tmp_path, b"\xef\xbb\xbfcost = 2\r\nfit = 1\r\n")).fit == 1.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = 'A'\ncots = 2\n", "line 2: cots is not known; write cost if that is meant."),
        ("speed = 2\n", "line 1: speed is not known; the keys are name, overtime, cost, fit, continuity, moved, changed, strict."),
        ("[cost]\nhour = 2\n", "cost is {'hour': 2}; type a number such as 7.5."),
        ('\ncost = "2"\n', "line 2: cost is “2”; type a number such as 7.5."),
        ("cost = true\n", "line 1: cost is true; type a number such as 7.5."),
        ("strict = 1\n", "line 1: strict is 1; type true or false."),
        ("name = 7\n", 'line 1: name is 7; type a text such as "House".'),
        ("fit = -1\n", "line 1: fit is -1; type 0 or more."),
        ("fit = nan\n", "line 1: fit is nan, which is no number; type a number such as 7.5."),
        ("fit = inf\n", "line 1: fit is inf, which is no number; type a number such as 7.5."),
        ("fit = 0.00001\n", "line 1: fit is 1e-05; type at most four decimals."),
        (f"fit = 1{'0' * 400}\n", "line 1: fit is far too large; type a number such as 7.5."),
        ("fit = 1e15\n", "line 1: fit is 1e+15; type a number up to 1e+14."),
        ("cost = 2026-01-01\n", "line 1: cost is 2026-01-01; type a number such as 7.5."),
        ('name = "  "\n', "line 1: name is blank; give it a name."),
        ('name = "two\\nlines"\n', "line 1: name holds a line break or a tab; write it in one line."),
        ("fit = 1\nfit = 2\n", "is no TOML: Cannot overwrite a value"),
        ("fit = 1\ncost = 1,5  # a comma\n", "line 2: cost is 1,5; type it with a decimal point: 1.5."),
        ("strict = yes\n", "line 1: strict is yes; type true or false."),
        ("name = House\n", 'line 1: name is House; type a text such as "House".'),
        ("cost = much\n", "line 1: cost is much; type a number such as 7.5."),
        ("cost =\n", "line 1: cost is blank; type a number such as 7.5."),
        ("fit 1\n", "is no TOML: Expected '=' after a key"),
        ("fit = " + "[" * 5000, "is no TOML"),
        (b"fit = \xff\n", "is no text in UTF-8; save it as UTF-8."),
        ("# " + "x" * 70_000, "has more than 65,536 bytes, which is no policy; name a policy file."),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_the_way_out(tmp_path, text, said):
    path = written(tmp_path, text)
    with pytest.raises(BadPolicyFileError) as refusal:
        read_policy(path)
    assert str(refusal.value).startswith(f"{path}")
    assert said in str(refusal.value)


def test_everything_wrong_is_told_at_once(tmp_path):
    with pytest.raises(BadPolicyFileError) as refusal:
        read_policy(written(tmp_path, "cots = 1\nstrict = 'yes'\n"))
    assert [line.partition(", ")[2] for line in str(refusal.value).splitlines()] == [
        "line 1: cots is not known; write cost if that is meant.",
        "line 2: strict is “yes”; type true or false.",
    ]


def test_every_line_that_toml_cannot_read_is_told_at_once(tmp_path):
    with pytest.raises(BadPolicyFileError) as refusal:
        read_policy(written(tmp_path, "cost = 1,5\nfit = 2\nstrict = ja\n"))
    assert [line.partition(", ")[2] for line in str(refusal.value).splitlines()] == [
        "line 1: cost is 1,5; type it with a decimal point: 1.5.",
        "line 3: strict is ja; type true or false.",
    ]


def test_a_key_that_would_move_the_cursor_is_shown_without_its_powers(tmp_path):
    with pytest.raises(BadPolicyFileError) as refusal:
        read_policy(written(tmp_path, '"\\u001b[2J" = 1\n'))
    assert "\x1b" not in str(refusal.value)


def test_a_folder_is_told(tmp_path):
    with pytest.raises(BadPolicyFileError, match="cannot be read"):
        read_policy(tmp_path)
