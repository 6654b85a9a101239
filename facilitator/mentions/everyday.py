"""Words that everybody uses, and first names that many have, in family plans of British English.

Written by hand. A word in none of these lists is taken to be particular (a name, a place, a
brand), so that forgetting a word here warns too often and never too seldom.
"""

# Said every day in a plan: by themselves they neither hide nor warn.
EVERYDAY = frozenset(
    """able about above account across act add adult afraid after afternoon again against age ago
    agree agreed ahead aid alarm all allow almost alone along already also always am among angry
    another answer any anybody anyone anything apple appointment are arm around arrive as ask
    asked asking asleep away baby back bad bag bake ball balloon banana band bank bath battery
    be beach bear beautiful because bed bedroom bedtime before begin behind being believe bell
    belong below benefit beside best better between bible bicycle big bike bill bin birthday
    biscuit bit black blanket blue board boat body book boot born both bottle bottom bought box
    boy bread break breakfast breath breathe bring brother brought brown brownie brush bubble
    budget budgie buggy build bus busy but buy cake calendar call called calling calm came
    camera camp can candle car card care carefully carer carry cat catch caught cereal chair
    chance change charge charger chart chat check cheese chicken child chocolate choice choir
    choose church cinema class clean cleaning clear climb clock close clothes coat coffee cold
    collect colour come comfortable coming computer cook cooked cooker cooking copy corner cost
    cot cough could count cousin cover crayon cream credit cricket cross cry cub cup curry cut
    dad daily dance dancing dark date daughter day dear debt decide deep diary did different
    difficult dinner dinnertime dish do doctor dog doing doll done door down draw drawing dream
    dress drink drinking drive driving drop drum dry during duvet each ear early earn east easy
    eat eating egg eight either elderly else empty end enjoy enough envelope evening ever every
    everybody everyone everything eye face fact fair faith fall family far fare fast father
    favourite fear feed feel feet felt fetch few fill film find fine finger finish fire first
    fish fit five fix floor flower fold follow food foot football forget forgive form fortnight
    forward four free fresh fridge friend front fruit full fun game garden gate gave get getting
    gift girl give giving glad glasses go godfather godmother going goldfish gone good got grace
    grandad grandchild granddaughter grandma grandson grape great green grow grown guess guide
    guinea guitar gym had hair half hamster hand hang happen happy hard has hat hate have having
    he head headphone hear hearing heart heavy hello helmet help helped helper helping her here
    herself hide high hill him himself his hockey hold holiday home homework hope hot hour house
    how hug hundred hungry hurt husband hymn idea if ill important ink inside instead interest
    into iron is it its jigsaw job join joke joy juice jump jumper just keep keeping kennel kept
    kettle key kind kiss kitchen kite knew knock know ladder land laptop large last late later
    laugh lead learn least leave left leg lego lend less lesson let letter letting lie life lift
    light like liked line list listen listening little live lived long look looked looking lose
    lost lot loud love loved lovely low luck lunch lunchtime mad made mail make making man many
    mark mat matter may me meal mean meat medicine meet meeting member mend mercy message met
    might mile milk mind mine minute miss mix moment money month moon more morning most mother
    mouth move moved movie much mum music must myself name nappy need needed neighbour nephew
    netball never new news next nice niece night nine nobody noise none noon north not note
    nothing notice now number nurse often oh old once one online only open opened or orange
    other ought our out outside over own pack packed page paid paint painting pair pan paper
    parcel parent park part partner party pass password past pasta path pay peace pear pen
    pencil people person phone photo piano pick picnic picture piece pig pillow pizza place plan
    planned plant plaster plastic plate play played playground playing playtime please plenty
    point poor porridge possible post pot pound pram pray prayer present pretty printer promise
    proud pull push put putting puzzle pyjamas question quick quiet quite quran rabbit race rain
    rang read reading ready real really red remember rent rest return review rice ride right
    ring ringing rise river road rob room rose rota round row rugby rule run sad safe sag said
    same sand sandpit sandwich sat save saving say saying school scooter scout screen sea
    seaside seat second see seeing seem sell send sent serious sermon service set seven several
    shall share shared she shirt shoe shop shopping short should shout shouted show showed
    shower shut sick side sign signal silly simple since sing singing sister sit sitting six
    skin sky sleep sleeping sleepover slept slide slow small smell smile snack so soap sock soft
    some somebody someone something sometimes son song soon sorry sound soup south speak special
    spell spend spoke spoon sport spring squash stage stairs stamp stand standing star start
    started starting stay stayed staying step stepdad stepmum sticker still stood stop stopped
    stopping stories story straight street strong such sugar summer sun support sure surprise
    swam swap sweet swim swimming swing table tablet take taking talk talked talking taught taxi
    tea teach teacher team teatime teddy teenager tell telling ten tennis tent text than thank
    that theatre their then there these they thing think third this those thought three through
    throw ticket tidy tidying tie till time timer tired toast today toddler together told
    tomorrow tonight too took tooth toothbrush toothpaste top touch towards towel town toy train
    treat tree tried trip triplet trouble trousers true trust try trying turn turned twelve
    twice twin two under understand uniform until up upset us use used using usual very vet
    video visit visited visiting voice wage wait waited waiting wake walk walked walking wall
    want wanted wanting warm was wash washed washing watch watched water way we wear weather
    week weekday weekend well went were what when where whether which while white who whole
    whose why wife wifi will win wind window winter wipe wish with within without woman won wonder
    word wore work worked worker working world worried worry worse would write writing wrong wrote
    yard year yellow yes yesterday yet you young your yourself zoo""".split()
)

# Known to everybody but said less often: alone they are worth a warning.
COMMON = frozenset(
    """abbey abbot abuse accident acorn addict alcohol amber ambulance anchor anger anxiety april
    archer argue argument arrest arrested art ash assault attack august autumn badger bail baker
    bakery barber barn barrister basil bay beacon beads beans beard beast beaten beech beer
    bells belly belts bench berry birch birds birth bishop bitten bitter blame bland blank blast
    blaze bleed blend bless blind blink block blond blood bloom bluebell boast bonus boost booth
    bound bowel bowls brain brake brand brave brick bride bridge brief bright broad broke brook
    bruise bryony bunch bungalow burden burn butcher butler butter button buyer cabin cable
    camel canal cancer candy cannabis canoe caretaker cargo carol carter carton castle cathedral
    cedar center chain chalk channel chapel charity charm chase cheap cheer chemist cherry chess
    chest chief childminder chill china chord cider civil claim clash clay clerk click cliff
    cling clinic cloak cloth cloud clover coach coast cocaine color compass condition constance
    contact convent convict cooper copse coral cores corps cottage cotton couch counsellor course
    court cove crack craft crane crash crawl crazy crime criminal crimson crisp crowd crown cruel
    crush crystal curve custody cycle daddy dairy daisy dale danger dawn deacon dealer dean
    death deer delay dental dentist depression depth detox diamond diner dirty disabled ditch
    divorce dizzy donor doubt dozen dozens draft dragon drain drama drawn drew dried drift drill
    drove drug drunk eager eagle education elbow elder elm emerald employ employer enemy enter
    entry epilepsy equal error escape essay eve event evict exact exclude exist extra fable
    factory faint falcon false fancy farm fault felicity fern fever fewer fiber field fifth
    fifty fight final fisher flame flash fleet flesh fletcher flint float flock flood flora
    flour fluid flush focus force forest forge forth forty forum foster found fox frame frank
    fraud frost froze funnel funny gamble gambling gang garage gardener gender ghost giant
    ginger given glass glen globe glory glove golden goose grade grain grand grange grant graph
    grass grave gravel greed greet grey grief grill grind groan groom gross group guard guardian
    guest gun guy habit hairdresser handy harbour harden hare harm harry harsh harvest haste
    haven hazel heath heather hedge hence heroin heron hidden hobby holly honey honor honour
    horizon horse hospice hospital hostel hotel human humor hunger hunter hurry ideal illness
    image imply index indigo infection injection injunction injury inner input insulin
    interpreter iris issue ivory ivy jack jade jasmine jelly jewel jolly judge june kayak kebab
    kidney king kingfisher knead kneel knife knight label labor lance landlord laser latter
    lavender lawyer layer leader lease legal lemon lender level lever lighthouse lily limit
    linen linger lion litter liver lobby local lodge lodger logic longer loose lorry lower loyal
    lucky lying magic magistrate major maker manager mango manor maple marble march marigold
    marriage mason match maybe mayor meadow medal media medication melon mental merge merit
    merry metal meter methadone midwife mike miles mill miller minor minus miscarriage mixed
    model monk moor moral mosque motel motor mount mouse muddy mummy murder myrtle nasty naval
    nerve newly nightmare noble noted notes novel nun nursery nursing oak occur ocean offer
    olive onion opera operation orchard order organ otter ounce outer overdose owner panda panel
    panic pansy pants parker passport paste pastel pastor pasty patch patience peach pearl pedal
    penny pension pepper petal petty pharmacy phase phoenix phrase pier pill pills pilot pinch
    pink pitch plain plane poison poker polar police pond pope poppies poppy porch potter power
    pregnancy pregnant prescription press price pride priest prime primrose prince princess
    print priory prison prize probation proof prostitute prove prudence psychiatrist
    psychologist pulse punch pupil purple purse quay queen rainbow rape reader reason refuge
    rehab rehabilitation relapse remand render rescue rich robin rock rosemary rough route ruby
    rural sage salad salon sandy sapphire sauce scale scare scarf scarlet scene scent scone
    scope score scrap season seize self sense sentence separate serve shade shake shame shape
    sharp sheet shelf shell shelter shepherd shift shine shiny shock shook shoot shore shown
    shred shrub sight silver singer sixth sixty skill skirt slate slice slope smart smith smoke
    snake sneak sober social solicitor solid solve space spade spare spark spice spill spine
    split spoil squad stable stack staff stag stain stair stake stale stare state statement
    steal steam steel steep steer stick stiff sting stock stomp stone stool store storm stove
    straw stream strip stroke stronger study stuff style suicide suite sunny sunrise sunset
    sunshine super supervisor surgeon surgery suspend swan sweat sweep swept swift sword tag
    tasty taylor teeth temple tenant tender terrace test theme therapist therapy thick thief
    thorn threat threaten thumb tidal tiger tight title token topic total tough tower trace
    track trade trail trait trauma travel treatment trend trial tribe tribunal trick troop
    truant truck truly trunk truth tunnel turner tutor twist uncle unicorn union unite upper
    urban usage vague valid valley value verity vicar violet viral virus vital vocal vodka voter
    wages wagon waist walker ward warden warehouse waste weary weaver weigh weird whale wheat
    wheel wheelchair whisky widow width willow windmill wine witness wolf wood wooden worst
    worth wound wreck wren wright wrist yacht yield youth zebra""".split()
)

# First names that many people have. A word one letter away from a hidden name is somebody else
# when it stands here.
FIRST_NAMES = frozenset(
    """aaron abbie adam aisha alan alana alex alfie ali alice alicia amelia amir amy ana andrea
    andrew angela anita anna anne annie anton archie asha ashley ava barbara becky ben beth
    beverley billy bob bobby bonnie brenda brian bruce callum carl carla carly caroline
    catherine cathy charlene charles charlie charlotte chloe chris christina claire clara clare
    colin connor craig daisy dale damian dan dana daniel danny darren dave david dawn dean
    debbie deborah declan denise dennis derek diana diane dina dion dominic donna doris dylan
    eddie edith edward eileen elaine elena elias eliza elizabeth ella ellen ellie elsie emily
    emma eric erin esther ethan eva evan evelyn fatima finn fiona florence frances frank fred
    freya gareth gary gavin gemma geoff george georgia gerry gina glenn gordon grace graham greg
    hannah harriet harry harvey hassan hazel heather heidi helen helena henry holly hugh ian
    ibrahim imran ines irene isaac isabel isla ivan ivy jack jackie jacob jade jaden jake james
    jamie jan jane janet janice jasmine jason jayden jaydon jean jeff jenna jenny jess jessica
    jill jim joan joanna joanne jodie joe joel john jon jordan joseph josh joy joyce jude judith
    judy julia julie june justin kai karen kate katie kay kayla keith kelly ken kenny kevin
    kiera kieran kim kirsty kyle lara laura lauren leah leanne lee lena leo leon leona leroy
    leslie lewis liam lily linda lisa liz logan lola lorna lorraine louis louise lucas lucy luke
    luna lydia lynn maddie maggie malcolm marc marcus margaret maria marie marion mark marlon
    martha martin mary maryam mason mateo matt maureen max maya megan melanie mia michael
    michelle mick mike mila miles mina mo mohammed moira molly morgan myra nadia naomi natalie
    nathan neil nia niall nick nicola nicole nigel nina noah nora norman oliver olivia omar
    oscar owen pamela pat patricia paul paula pauline peter phil philip phoebe poppy priya
    rachel ravi ray rebecca reece rhys richard rita rob robert robin rory rosa rose rosie ross
    roy ruby ruth ryan sadie sally sam samantha samira samuel sandra sara sarah scott sean shane
    shannon sharon shaun shirley simon sofia sonia sophia sophie stacey stan stella stephen
    steve stuart sue susan suzanne tanya tara tariq terry tess theo theresa thomas tiana tim
    tina toby tom tommy tony tracey trevor tyler tyrone una ursula valerie vera vicky victor
    vincent viv wayne wendy winston yasmin yusuf yvonne zac zainab zara zoe""".split()
)
