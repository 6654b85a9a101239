"""Words that look like one of the list and are everyday words here: nothing is found."""

import pytest

from facilitator.plain_language.finding import Scope
from tests.plain_language.word_sayings import found

LINES = """
Contact the school about lunch.
Please contact Jo on 07700 900123.
Emergency contact: Bev.
Eye contact is hard for him.
He is in contact with his cousins.
We lost contact with Uncle Ray years ago.
She wears contact lenses.
It takes ten minutes by bus.
Two minutes of quiet for Grandma Elsie.
A parcel arrived for Nan.
The package came this morning.
She needs clean clothes for Monday.
Clean water and a warm bed.
The kitchen is clean.
Get clean in the bath before bed.
We gave her flowers on Mother's Day.
Father Christmas came to the hall.
My mother lives in Leeds.
Sam's mother will pick him up from school.
My mother-in-law is coming too.
Dad is hard to reach on the ship.
The hall has a hard to reach shelf.
The match kicks off at 3.
Kick-off is at 3pm, and Dad will be there.
He kicked off his wellies and ran in.
The carnival kicks off at noon.
The washing machine is playing up.
My knee is playing up.
The car broke down on the way to Nan's.
In case it rains we go to the hall.
My suitcase is packed.
Put the guitar back in its case.
He placed the key under the mat.
Leon has a work placement at the garage.
Gran looked after Tom all summer.
We got engaged in June.
Their engagement party is in May.
The toilet was engaged.
Jaydon engaged the brake.
I lost it on the bus.
It's not your fault, love.
Nobody is to blame for this.
I feel like a bad mum some days.
Aunt Jo claims Universal Credit.
The insurance claim went through.
He was admitted to hospital on Friday.
Bins are out on refuse collection day.
The following day we went to the beach.
We walked up the path, following the signs.
Please deliver the parcel to number 9.
The midwife delivered the baby at home.
The slow cooker is on.
It was a difficult day for all of us.
The sums were difficult.
A normal school day.
The baby monitor is in his room.
Home address is on the fridge.
The red chair by the window is Grandad's.
Jaydon presented the award to his teacher.
She opened her birthday presents with Nan.
Tiana did a school presentation on whales.
The stable is at the end of the lane.
Ask the receptionist to refer to page 2.
We mash the potatoes. Can you send it?
The child seat is in Bev's car.
The child lock is on the back door.
What is your favourite subject?
She changed the subject.
The review is on 20 May.
I wrote a book review.
Dust is one of his asthma triggers.
Turn the heating down, it regulates itself.
Naughty cat ate my sandwich.
It was a chaotic morning with the twins.
Mum drinks non-alcoholic beer now.
Grandad goes to Alcoholics Anonymous on Tuesdays.
Travellers on the train to Leeds were late.
Every single parent at the school gate waved.
We are an Irish Traveller family.
A violent storm took the fence down.
He denied himself a second cake.
The family support worker is called Jo.
Solar panels are on the roof.
A guardian angel watches over her.
The suspension bridge was open.
We open every day, excluding Sundays.
The school assessment in maths went well.
The outcome of the match was 2 to 1.
The garden is neglected and full of nettles.
The garden boundary wall fell down.
The email attachment did not open.
The estate agency will ring back.
He stepped down from the bus and ran to me.
The water-resistant jacket is hers.
He keeps on going on about it.
Dad hit Mum, and the children saw it.
She uses heroin.
He left the baby alone for three hours.
There was no food in the house on 2 May.
Kay was frightened and took the children to Bev's.
You have the right to see what we write about you.
""".strip().splitlines()

IN_STEPS = """
Leon will drive Jaydon to football on Saturday.
Jaydon tries on his new coat with Nan on Friday.
Nan and Grandad support Plymouth Argyle.
Write the address on the parcel.
Ring the support worker on Monday.
Bev takes the baby monitor home.
Take Jaydon to his hearing visits, and change his batteries on Monday.
Sit with Tiana at bedtime and tell her which grown-up is looking after Mum tonight.
Pay the family support money, and bring the car seat.
Grandad visits the horses at the stable.
""".strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_an_everyday_line_has_no_word_of_the_list(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize("line", IN_STEPS)
def test_a_plain_step_has_no_word_of_the_list(line: str) -> None:
    assert found(line, Scope.ACTIONS) == []


@pytest.mark.parametrize(
    ("innocent", "found_here", "level"),
    [
        ("Contact the school.", "Contact with Dad is on Saturday.", "ask"),
        ("Ten minutes.", "The minutes of the meeting.", "ask"),
        ("Clean clothes.", "He has been clean for three months.", "ask"),
        ("Mother's Day.", "Mother was late.", "ask"),
        ("A difficult day.", "A difficult family.", "ask"),
        ("A normal Tuesday.", "Not a normal family.", "ask"),
        ("Gran looked after Tom.", "A looked-after child.", "stop"),
        ("We mash potatoes.", "MASH will ring you.", "explain"),
        ("We send it.", "The SEND team will ring.", "ask"),
        ("A door threshold.", "It does not meet threshold.", "stop"),
        ("Can you send Dad a card?", "SEN support starts in May.", "ask"),
        ("He ran away.", "He is on the run and absconded.", "stop"),
    ],
)
def test_the_same_word_is_found_where_it_is_meant(
    innocent: str, found_here: str, level: str
) -> None:
    assert found(innocent) == []
    assert level in [each for each, _ in found(found_here)]
