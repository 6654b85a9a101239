"""Words that several rules must know: who counts as a person, and what people do."""

# How families call each other, in the parts of Britain that we know of.
KIN = frozenset(
    "mum mam mom mummy mammy mama mamma ma dad daddy dada papa pa pops nan nana nanna"
    " nanny nain taid gran grannie granny grandma grandmother grandad granddad grandpa"
    " grandfather gramps grampy bampi bamps mamgu tadcu auntie aunty aunt uncle sister"
    " brother sis bro cousin twin godmother godfather godmum goddad stepmum stepdad"
    " step-mum step-dad stepmother stepfather great-nan great-gran great-auntie"
    " great-uncle foster-mum son daughter niece nephew wife husband partner grandson"
    " granddaughter".split()
)
TITLES = frozenset(
    "mr mrs ms miss mx dr prof sir pastor rev revd reverend imam rabbi canon".split()
)
SUBJECTS = frozenset("i we he she they you".split())
SHORT_SUBJECTS = frozenset(
    f"{who}{end}" for who in SUBJECTS for end in ("'ll", "'d", "'m", "'re", "'ve")
)
WHOSE = frozenset("my our his her their your the a".split())
WORKING = frozenset(
    "worker teacher nurse doctor visitor midwife mentor coach head manager officer gp"
    " dentist counsellor therapist coordinator co-ordinator solicitor childminder carer"
    " advocate assistant neighbour friend landlord lady man tutor keyworker psychologist"
    " psychiatrist pharmacist".split()
)
MODALS = frozenset(
    "will can could shall should must may might would 'll won't can't cannot to".split()
)

# What people do in the steps of a plan, and nothing that is nearly always a thing.
DO = frozenset(
    "ring phone text write send take bring fetch collect pick drop drive walk meet see"
    " visit stay sit read tell talk speak listen ask say show teach learn help look check"
    " watch make cook feed wash plait brush clean tidy pack unpack buy pay give get find"
    " book sort arrange set put keep hold hug play sing pray go come move leave start stop"
    " begin finish change turn open shut close lock carry lift fix mend paint build order"
    " email e-mail post print sign fill join share let wait work do have use draw cut"
    " dress bath wake weigh save lend register apply claim plan organise prepare attend"
    " support contact engage provide ensure complete monitor review refer agree decide"
    " offer discuss explain remind invite welcome thank encourage practise spend swap"
    " charge hoover iron babysit mind report record update follow test treat swim call"
    " message introduce research eat sleep drink rest run ride".split()
)
# Of these, what is often a thing: "food and drink". An object must follow to make it a deed.
OFTEN_A_THING = frozenset(
    "drink play rest help support call text talk walk work visit change stay look sleep"
    " show ride run swim sign watch use start plan drive move contact review report record"
    " test paint order post print book mind share hug drop pick dress bath cut hold lock"
    " lift lead message claim offer iron charge swap treat practise phone cook clean"
    " update put set have do head".split()
)
OBJECTS = frozenset(
    "a an the my our his her their your this that these those some any each every it him"
    " them us me you who what where how all both one two three up out off".split()
)


def does(folded: str) -> str | None:
    """The deed that a word says, as a bare verb, or None: "takes" is "take".

    >>> does("takes"), does("carries"), does("kitchen") is None
    ('take', 'carry', True)
    """
    if folded in DO:
        return folded
    if folded.endswith("ies") and f"{folded[:-3]}y" in DO:
        return f"{folded[:-3]}y"
    if folded.endswith("es") and folded[:-2] in DO:
        return folded[:-2]
    if folded.endswith("s") and folded[:-1] in DO:
        return folded[:-1]
    return None
