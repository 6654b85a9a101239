"""Capital letters that need no words: those that everybody knows, and words said loudly."""

EVERYBODY_KNOWS = frozenset(
    "tv ok uk gb us usa eu nhs gp dvd cd dj pc pe mp bbc itv id cv it diy pin sms usb fc"
    " afc rfc mot am pm bbq gcse re ps xl xxl ii iii iv vi vii viii ix hq vip wifi www pdf"
    " sim sos fm mc asda ikea kfc hmv b&q rspca raf tui atm pj dob tba ad bc bst gmt mum"
    " dad omg lol xbox lego nintendo uno ymca rnli aa rac nct cbbc lgbt adhd sats pta mri"
    " tlc cctv rsvp aka suv hgv wi agm nspcc rnib bsl rspb dvla faq iou hr ee uv vr ai bmx"
    " ufo abc nvq hnc hnd pdsa rn sas tk jd faqs mps gps led lcd tnt rip eta hdmi btec ma"
    " ba bsc phd".split()
)
# Words that people set in capitals to be heard: no dictionary, only the small words of every day.
SHOUTED = frozenset(
    "the and not no yes do my me we us our you your he she his her it its is are was be"
    " been am as at by for from if in into of off on or out over so to too up who why how"
    " what when where with that this then them they all any both each ever every never"
    " always only just more most must may can will now new old one two three four five six"
    " ten go goes gone get gets got give gives good bad great big help stop start ring"
    " call keep kept let look love like live make made need needs nan mum mam mom dad gran"
    " uncle aunt auntie taid nain baby boy girl kids kid child home house safe school bed"
    " bus car day days week weeks year month night time today first last next left right"
    " hard soft hot cold warm food tea milk cake dog cat fish fun play read write talk"
    " said say says see saw sit stay take tell told text think thank very well went want"
    " wants wait walk wash work dont cant wont open shut free full late early before after"
    " again away back best done down else even here hope near none note same some soon"
    " still stuff such sure than their there these those under until upon used were which"
    " while whole once plan page front part side top end a i please don't can't won't"
    " didn't sorry happy sad angry cross shout hurt hit mad nice real true wrong ok hey hi"
    " hello bye dear wow argh aargh ahh ooh yay ha haha hurray nooo yess".split()
)
