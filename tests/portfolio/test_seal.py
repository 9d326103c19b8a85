"""The seal: whoever opens a finished file sees at once whether any byte of it has changed."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import documents
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.document import seal

MARK = b"plimsoll-seal:"
BLANK = b"0" * 64


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A small sealed file that is no portfolio: the seal knows nothing of databases."""
    file = tmp_path / "sealed"
    file.write_bytes(b"before" + MARK + BLANK + b"after")
    seal.stamp(file)
    return file


def test_the_seal_is_the_hash_of_the_file_with_its_digits_blanked(sealed: Path) -> None:
    expected = sha256(b"before" + MARK + BLANK + b"after").hexdigest()
    assert sealed.read_bytes() == b"before" + MARK + expected.encode() + b"after"
    assert seal.read(sealed) == seal.Sealing(expected, whole=True)


def test_stamping_answers_the_hash_and_may_be_repeated(sealed: Path) -> None:
    content = sealed.read_bytes()
    assert seal.stamp(sealed) == seal.read(sealed).hash
    assert sealed.read_bytes() == content


def test_every_single_changed_byte_is_seen(sealed: Path) -> None:
    content = sealed.read_bytes()
    for at in range(len(content)):
        sealed.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert not seal.read(sealed).whole, f"byte {at}"


def test_a_byte_added_or_taken_away_is_seen(sealed: Path) -> None:
    content = sealed.read_bytes()
    for changed in (content + b"\0", b"\0" + content, content[:-1], content[1:]):
        sealed.write_bytes(changed)
        assert not seal.read(sealed).whole


def test_digits_in_capitals_are_not_what_was_written(sealed: Path) -> None:
    sealed.write_bytes(sealed.read_bytes().replace(seal.read(sealed).hash.encode(), seal.read(sealed).hash.upper().encode()))
    assert not seal.read(sealed).whole


@pytest.mark.parametrize("content", [b"", b"no mark", MARK, MARK + b"0" * 63, MARK + BLANK + MARK + BLANK, MARK + MARK + BLANK])
def test_a_file_without_one_place_for_a_seal_stays_unsealed(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd"
    file.write_bytes(content)
    assert seal.stamp(file) == sha256(content).hexdigest()
    assert file.read_bytes() == content
    assert seal.read(file) == seal.Sealing(sha256(content).hexdigest(), whole=False)


@settings(max_examples=200)
@given(before=st.binary(max_size=120), after=st.binary(max_size=120), chunk=st.integers(1, 100), data=st.data())
def test_the_seal_is_the_same_however_the_file_is_read(before: bytes, after: bytes, chunk: int, data: st.DataObject) -> None:
    """In one piece, or in chunks whose borders cut the mark and the digits anywhere."""
    assume(MARK not in before and MARK not in after)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        file = Path(folder) / "example"
        file.write_bytes(before + MARK + BLANK + after)
        whole = seal.stamp(file)
        content = file.read_bytes()
        patch.setattr(seal, "_CHUNK", chunk)
        assert seal.read(file) == seal.Sealing(whole, whole=True)
        at = data.draw(st.integers(0, len(content) - 1))
        file.write_bytes(content[:at] + bytes([content[at] ^ data.draw(st.integers(1, 255))]) + content[at + 1 :])
        assert not seal.read(file).whole


def test_a_published_file_is_sealed_and_a_changed_one_is_not(path: Path) -> None:
    documents.made(path, "Ann")
    assert seal.read(path).whole
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert not seal.read(path).whole


def test_a_file_of_version_1_has_no_seal() -> None:
    assert not seal.read(documents.VERSION_1).whole
