"""The square that a telephone reads."""


def square(address: str) -> str:
    """That address as a picture, in the page itself: nothing else asks for it, or keeps it."""
    import segno  # noqa: PLC0415 - it takes a tenth of a second, and hardly anybody needs it

    # A white rim of four: some telephones see nothing without it.
    return segno.make(address, error="m", micro=False).png_data_uri(scale=5, border=4)
