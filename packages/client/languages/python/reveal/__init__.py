"""Fields of one person and one parcel, asked for one purpose, and handed out held."""

from .opener import Opener, OpenerByCryptography
from .personal import Personal
from .revealer import Revealed, RevealedFields, Revealer, SealRefused
from .sealed import SealedUse, open_sealed

__all__ = [
    "Opener",
    "OpenerByCryptography",
    "Personal",
    "Revealed",
    "RevealedFields",
    "Revealer",
    "SealRefused",
    "SealedUse",
    "open_sealed",
]
