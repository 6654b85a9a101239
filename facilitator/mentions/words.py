"""What words are worth when they stand alone, and the one form of what is written in many ways."""

from facilitator.mentions.everyday import COMMON, EVERYDAY, FIRST_NAMES

# Joining words, which are left out when two phrases are compared. "dot", "number" and "no" are
# here because people write "example dot org" and "no. 12".
STOP = frozenset("a an the of at in on to and for by with near from dot no number num nr n".split())

# What a street may be called; a number or a name beside one of these is an address.
STREETS = frozenset(
    """avenue bank broadway close court crescent drive end gardens gate grove lane mews parade
    passage place rise road row square st terrace walk way wharf yard""".split()
)

# Kinds of place and other capital words that name nothing by themselves.
GENERIC = STREETS | frozenset(
    """academy address am apartment april august aunt auntie aunty bar block borough branch brother
    building bungalow bus cafe castle cathedral centre chapel chemist children christmas church
    city clinic club co code college com community cottage council country county cousin dad
    daddy day december dentist department doctor dr east easter eid email english estate example
    family farm father february field flat floor foundation friday garage gmail gov gp gran
    grandad grandfather grandma grandmother grandpa grange granny great group hall health high
    hill home hospice hospital hostel hotel hotmail house http https icloud imam infant inn
    island january jobcentre july june junior king kingdom lady lake leisure library little
    lodge lower main manor march market may medical meeting men mill mini miss mobile monday
    mosque mother mount mr mrs ms mum mummy museum mx nan nana nanny national net new nhs north
    november nursery october office old org outlook parish park password pastor pharmacy phone
    pin playgroup pm police pool post postcode practice prep primary prison prof professor
    project pub queen rabbi refuge rehab restaurant rev reverend river room royal saint saturday
    school secondary september service shelter shop sir sister social south special sport sports
    station sunday supermarket supported surgery synagogue team tel temple thursday tower town
    trust tuesday tv uk uncle unit university upper victoria view village ward website wednesday
    west women wood word work worker workplace www yahoo youth""".split()
)

TITLES = frozenset("dr mr mrs ms miss mx prof professor sir lady".split())

# Kinds of house, team or school: two of these together ("Primary School") still name nothing.
INSTITUTIONS = frozenset(
    """academy address building bus centre children christmas church city clinic club code college
    community council dad department email family grandad hall health high home hospital house
    infant junior leisure library lodge main market medical meeting men mobile mum nan national
    nhs nursery office password police post postcode practice prep primary school secondary
    service social special sport sports station surgery team town unit university village
    website women word youth""".split()
)

# Places that say much by themselves: worth a warning where one of them is hidden.
TELLING = frozenset(
    """clinic hospice hospital hostel jobcentre mosque prison refuge rehab shelter surgery synagogue
    workplace court pharmacy""".split()
)


# Capital letters that mean something to everybody, and so are no proof of a hidden name.
ACRONYMS = frozenset(
    """a aa ad am bbc bc bmx camhs cd cv dj dna dr dvd e ed ehcp eu ex fa gcse gp h hq hv i ict id
    it itv mc mot mp mr mrs ms na nhs ni ok pa pc pe pin pj pm po ps pta ra re sen send st sw ta
    tv uk us usa vat vs wc""".split()
)

# One way to write what is written in many ways. "st" is saint and street alike.
SHORT_FOR = {
    short: word
    for word, shorts in {
        "st": "saint street str ste",
        "road": "rd",
        "avenue": "ave av avn",
        "close": "cl clo",
        "lane": "ln",
        "dr": "drive doctor drv",
        "court": "ct crt",
        "crescent": "cres cresc",
        "place": "pl",
        "square": "sq",
        "terrace": "ter terr",
        "gardens": "gdns garden gdn",
        "grove": "gro grv",
        "house": "hse",
        "flat": "apt apartment apts",
        "mount": "mt",
        "hospital": "hosp",
        "centre": "center ctr cntr ctre cent",
        "school": "sch schl skool",
        "primary": "prim pri",
        "secondary": "sec",
        "building": "bldg bld blg",
        "department": "dept dep",
        "university": "uni univ",
        "station": "stn sta",
        "park": "pk",
        "cottage": "cott cotts",
        "church": "chr chch",
        "college": "coll",
        "surgery": "surg",
        "medical": "med",
        "junior": "jnr jr jun",
        "community": "comm",
        "parade": "pde",
        "estate": "est",
        "walk": "wlk",
        "way": "wy",
        "green": "grn",
        "north": "nth",
        "south": "sth",
        "nursery": "nurs",
        "mr": "mister",
        "mrs": "missus missis",
        "monday": "mon",
        "tuesday": "tue tues",
        "wednesday": "wed weds",
        "thursday": "thu thur thurs",
        "friday": "fri",
        "january": "jan",
        "february": "feb febr",
        "march": "mar",
        "april": "apr",
        "june": "jun",
        "july": "jul",
        "august": "aug",
        "september": "sept sep",
        "october": "oct",
        "november": "nov",
        "december": "dec",
    }.items()
    for short in shorts.split()
}

UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
        twentieth""".split(),
        start=1,
    )
} | {"thirtieth": 30}

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = tuple(
    """january february march april may june july august september october november
    december""".split()
)

_INFLECTED = 3  # letters: "a" and "an" have no "-ing"

# A word of these is never taken for a slip of the pen in another.
KNOWN = frozenset(
    form
    for word in (*EVERYDAY, *COMMON, *GENERIC, *STOP, *FIRST_NAMES)
    for form in (word, *(word.removesuffix("e") + ending for ending in ("ing", "ed", "er")))
    if form == word or len(word) >= _INFLECTED
) | frozenset((*SHORT_FOR, *SHORT_FOR.values()))
