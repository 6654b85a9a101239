"""Made-up names for everybody of a meeting, so that whoever audits a plan meets no real one."""

from facilitator.audits.masking.mask import Mask
from facilitator.audits.masking.private import PRIVATE

__all__ = ["PRIVATE", "Mask"]
