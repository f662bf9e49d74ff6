import { asksForReveals } from '../reveals.ts';
import type { Selection } from '../selection.ts';
import { clientText } from './client-text.ts';
import { codesText } from './codes-text.ts';
import { inputsText, messagesText } from './messages-text.ts';
import { revealsText } from './reveals-text.ts';
import { tablesText } from './tables-text.ts';

const indexText = (
  role: string,
): string => `"""A client of the OpenWaybill standard for the role ${role}, with a receiver of its events."""

from __future__ import annotations

from typing import Any

from . import codes, inputs, messages
from .client import Client
from .runtime.keys import KeyLoader, keys_at
from .runtime.outcome import Finding, Ok, Outcome, Problem, Refused, RefusedError
from .runtime.receiver import Event, Receiver, Reply, Seen, SeenInMemory
from .runtime.signatures import Verify, VerifyingKey
from .runtime.values import Code, Instant, Message, code_list_named
from .tables import INBOX_PROBLEMS, PAYLOADS, VERSION

__all__ = [
    "Client",
    "Code",
    "Event",
    "Finding",
    "Instant",
    "KeyLoader",
    "Message",
    "Ok",
    "Outcome",
    "Problem",
    "Receiver",
    "Refused",
    "RefusedError",
    "Reply",
    "Seen",
    "SeenInMemory",
    "VERSION",
    "Verify",
    "VerifyingKey",
    "codes",
    "connect",
    "create_receiver",
    "inputs",
    "keys_at",
    "known",
    "messages",
]


def connect(base_url: str, **options: Any) -> Client:
    """Another party, by its address; the options are those of Client."""
    return Client(base_url, **options)


def create_receiver(**options: Any) -> Receiver:
    """An endpoint for events; the options are those of Receiver, but for what the standard says."""
    return Receiver(payloads=PAYLOADS, problems=INBOX_PROBLEMS, version=VERSION, **options)


def known(list_name: str, raw: str) -> Code:
    """A code of a list, known or not: \`is_known\` tells which, \`meaning\` what it stands for here."""
    return code_list_named(list_name)(raw)
`;

/** A package of Python 3.9 or later, by path; it needs the standard library, and \`cryptography\` for signatures by key. */
export const generatePython = (
  selection: Selection,
  role: string,
  sources: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> =>
  new Map([
    ['__init__.py', indexText(role)],
    ['client.py', clientText(selection, role)],
    ['codes.py', codesText(selection)],
    ['inputs.py', inputsText(selection)],
    ['messages.py', messagesText(selection)],
    ['py.typed', ''],
    ['tables.py', tablesText(selection)],
    ...(asksForReveals(selection) ? ([['reveal/tables.py', revealsText()]] as const) : []),
    ...Object.entries(sources),
  ]);
