"""The languages to choose from on a form, by their codes (BCP 47), in English and in themselves.

Those that families in this country speak most come with their own names, so that a person who
looks at the screen finds theirs. A code that is not here is shown as it is, and kept.
"""

NAMES: tuple[tuple[str, str], ...] = (
    ("en", "English"),
    ("bfi", "British Sign Language"),
    ("cy", "Welsh (Cymraeg)"),
    ("sq", "Albanian (Shqip)"),
    ("am", "Amharic (አማርኛ)"),
    ("ar", "Arabic (العربية)"),
    ("bn", "Bengali (বাংলা)"),
    ("bg", "Bulgarian (Български)"),
    ("yue", "Cantonese (廣東話)"),
    ("fa", "Farsi or Dari (فارسی)"),
    ("fr", "French (Français)"),
    ("gu", "Gujarati (ગુજરાતી)"),
    ("hi", "Hindi (हिन्दी)"),
    ("hu", "Hungarian (Magyar)"),
    ("ga", "Irish (Gaeilge)"),
    ("it", "Italian (Italiano)"),
    ("ckb", "Kurdish, Sorani (کوردی)"),
    ("kmr", "Kurdish, Kurmanji (Kurmancî)"),
    ("lv", "Latvian (Latviešu)"),
    ("lt", "Lithuanian (Lietuvių)"),
    ("cmn", "Mandarin (普通话)"),
    ("ne", "Nepali (नेपाली)"),
    ("ps", "Pashto (پښتو)"),
    ("pl", "Polish (Polski)"),
    ("pt", "Portuguese (Português)"),
    ("pa", "Punjabi (ਪੰਜਾਬੀ)"),
    ("rom", "Romani (Romani čhib)"),
    ("ro", "Romanian (Română)"),
    ("ru", "Russian (Русский)"),
    ("gd", "Scottish Gaelic (Gàidhlig)"),
    ("sk", "Slovak (Slovenčina)"),
    ("so", "Somali (Soomaali)"),
    ("es", "Spanish (Español)"),
    ("tl", "Tagalog"),
    ("ta", "Tamil (தமிழ்)"),
    ("te", "Telugu (తెలుగు)"),
    ("ti", "Tigrinya (ትግርኛ)"),
    ("tr", "Turkish (Türkçe)"),
    ("uk", "Ukrainian (Українська)"),
    ("ur", "Urdu (اردو)"),
    ("vi", "Vietnamese (Tiếng Việt)"),
    ("yo", "Yoruba (Yorùbá)"),
)


def choices(*kept: str) -> list[tuple[str, str]]:
    """The languages for a list to choose from, with every code that is kept already."""
    known = {code for code, _ in NAMES}
    return [*NAMES, *((code, code) for code in dict.fromkeys(kept) if code and code not in known)]


def name_of(code: str) -> str:
    """The name of a language, else its code."""
    return dict(NAMES).get(code, code)
