"""Classes of words that patterns name: ``{person}``, ``{not}``, ``{be}`` and the like."""

from types import MappingProxyType

from facilitator.plain_language.terms_forms import verb

_SAID = {
    # Anybody whom a line may be about; names of the meeting count as well.
    "person": (
        "i you he she they we him her them who child children kid kids boy boys girl girls"
        " son sons daughter daughters baby babies toddler teenager teenagers teen teens"
        " youngster person people man men woman women mum mums mummy mam dad dads daddy mother"
        " mothers father fathers parent parents nan nana nanna gran granny grandma grandad"
        " grandpa grandmother grandfather grandparents family families carer carers uncle aunt"
        " auntie brother sister sibling siblings pupil pupils student students learner client"
        " clients patient patients couple household resident adult adults partner stepdad"
        " stepmum stepfather stepmother twins youth youths lad lads lass individual"
        " individuals relative relatives everyone everybody somebody someone anybody mgm pgm"
        " mgf pgf"
    ),
    "young": "child children girl boy young teen teenager daughter son she he her him pupil youth",
    "whose": "his her their its my our your the a an this that any some no",
    "day": "monday tuesday wednesday thursday friday saturday sunday",
    "not": "not never n't cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't"
    " weren't hasn't haven't hadn't couldn't nor neither",
    "be": "is are was were be been being am 's remains remain remained became become seems seemed"
    " appears appeared felt feels looked looks",
    "aux": "do does did have has had is are was were will would could should can must",
    "how": (
        "fully properly meaningfully consistently effectively well really always still repeatedly"
        " persistently continually constantly currently often also previously recently again very"
        " so quite too extremely increasingly highly rather totally completely openly actively"
        " regularly routinely continuously initially ever just even sometimes deliberately simply"
    ),
    "test": "test tests sample samples screen screens result results urine swab swabs",
    "machine": (
        "car van bus train coach boiler washing machine washer dryer lift phone laptop telly tv"
        " computer cooker oven fridge freezer engine bike motorbike lorry taxi heating printer"
        " dishwasher tablet router wifi kettle scooter tractor minibus ferry"
    ),
    "sport": (
        "match game games football rugby netball hockey cricket cup final tournament fixture club"
        " team season party show concert festival fair"
    ),
    "helping": (
        "contact service services support help intervention interventions team plan professionals"
        " workers agencies process work sessions treatment programme social school"
    ),
}

CLASSES = MappingProxyType(
    {name: frozenset(words.split()) for name, words in _SAID.items()}
    | {"have": frozenset(verb("have")) | {"'ve", "had"}, "do": frozenset(verb("do"))}
)
