"""The protocol where a client errs: it is answered, told in one line, and never with a traceback.

pygls leaves a request that it can't read without an answer, so that the client waits for ever, and
shows each mistake to the author of the post.
"""

from __future__ import annotations

import logging
import os
from typing import Any

from lsprotocol import types
from msgspec import Struct
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol

from kouetsu import NAME

log = logging.getLogger(__name__)


class Unreadable(Struct, frozen=True):
    """A message that is not as the protocol has it."""

    id: int | str | None
    method: str
    error: JsonRpcException


class Protocol(LanguageServerProtocol):
    """Answers what pygls drops."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        if "method" in data:
            data.setdefault("params", None)  # which may be left out
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            known = number if isinstance(number, int | str) else None
            return Unreadable(known, str(data.get("method", "")), error)

    def handle_message(self, message: Any) -> None:
        if isinstance(message, Unreadable):
            log.warning("%.100r: %s", message.method, message.error)
            self._refuse(message, message.error)
        elif not hasattr(message, "jsonrpc"):
            log.warning("a message without jsonrpc")
        elif self._shutdown and _method(message) != types.EXIT:
            self._refuse(message, JsonRpcInvalidRequest("the server is shutting down"))
        elif self._workspace is None and _method(message) not in (types.INITIALIZE, types.EXIT):
            self._refuse(message, JsonRpcServerNotInitialized())
        elif self._workspace is not None and _method(message) == types.INITIALIZE:
            self._refuse(message, JsonRpcInvalidRequest("the server was initialized before"))
        else:
            super().handle_message(message)

    def _refuse(self, message: Any, error: JsonRpcException) -> None:
        """Answer a request; there is no answer to a notification."""
        number = getattr(message, "id", None)
        if number is not None and _method(message):
            self._send_response(number, error=error.to_response_error())


def _method(message: Any) -> str:
    """The method of a request or notification; empty for a response."""
    name: str = getattr(message, "method", "")
    return name


def log_briefly() -> None:
    """Log to standard error, which editors keep: a line each; with KOUETSU_TRACE all of pygls."""
    logging.basicConfig(format=f"{NAME} lsp: %(message)s", level=logging.WARNING)
    if not os.environ.get("KOUETSU_TRACE"):
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
