"""All cues: the patterns of one wording each, in the order in which they are tried."""

from __future__ import annotations

from loaders.cues_beside import BESIDE
from loaders.cues_build import BUILDING, JOINTLY
from loaders.cues_contain import CONTAINMENT
from loaders.cues_field import FIELDS
from loaders.cues_focus import FOCUS
from loaders.cues_ground import GROUND
from loaders.cues_groups import GROUPS
from loaders.cues_host import HOSTS
from loaders.cues_joint import COLLABORATION
from loaders.cues_layout import LAYOUT
from loaders.cues_led import LED
from loaders.cues_paired import PAIRED, PAIRED_ACROSS, TURNED
from loaders.cues_place import PLACING
from loaders.cues_rely import LEANING, MEMBERSHIP, RELIANCE
from loaders.cues_sited import SETTLING
from loaders.cues_tasks import TASKS
from loaders.cues_trades import TRADES
from loaders.patterns import Cue

CUES: tuple[Cue, ...] = (
    *COLLABORATION,
    *BUILDING,
    *RELIANCE,
    *LEANING,
    *MEMBERSHIP,
    *PLACING,
    *FOCUS,
    *CONTAINMENT,
    *BESIDE,
    *FIELDS,
    *LED,
    *HOSTS,
    *TASKS,
    *GROUND,
    *SETTLING,
    *TRADES,
    *LAYOUT,
    *PAIRED,
    *GROUPS,
    *TURNED,
)
# What reaches over a semicolon is read from whole sentences.
ACROSS: tuple[Cue, ...] = (*JOINTLY, *PAIRED_ACROSS)
