"""The pages of one audit: a plan is looked at, rated blind, talked through, and answered."""

__all__: tuple[str, ...] = ()
