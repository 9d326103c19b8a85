"""What every test shares: no real screen, nothing of the user's own settings touched, the same examples every time."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

PRIVATE = tempfile.mkdtemp(prefix="plimsoll-tests-")
atexit.register(shutil.rmtree, PRIVATE, ignore_errors=True)

# Before any Qt import: an offscreen screen, and settings, data and cache in a folder of this run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for place in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HYPOTHESIS_STORAGE_DIRECTORY"):
    os.environ[place] = os.path.join(PRIVATE, place.lower())  # noqa: PTH118 - before anything else is imported

from hypothesis import HealthCheck, Phase, settings  # noqa: E402

settings.register_profile(
    "plimsoll",
    deadline=None,
    derandomize=True,
    max_examples=40,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),  # explaining a failure of a whole portfolio takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("plimsoll")
