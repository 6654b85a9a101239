"""Every page of this room, gathered for the app."""

from facilitator.auditing.act_today import views as act_today_views  # noqa: F401 - its pages
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.commitments import views as commitments_views  # noqa: F401 - its page
from facilitator.auditing.filing import views as filing_views  # noqa: F401 - its pages
from facilitator.auditing.letters.mine import views as my_letters_views  # noqa: F401 - its pages
from facilitator.auditing.letters.writing import views as letter_views  # noqa: F401 - its pages
from facilitator.auditing.looking import views as looking_views  # noqa: F401 - its pages
from facilitator.auditing.observed import views as observed_views  # noqa: F401 - its page
from facilitator.auditing.pairs.agreeing import views as agreeing_views  # noqa: F401 - its page
from facilitator.auditing.pairs.gold import views as gold_views  # noqa: F401 - its pages
from facilitator.auditing.pairs.seconds import views as seconds_views  # noqa: F401 - its pages
from facilitator.auditing.pairs.settling import views as settling_views  # noqa: F401 - its pages
from facilitator.auditing.remarks import views as remarks_views  # noqa: F401 - its routes
from facilitator.auditing.sampling import views as sampling_views  # noqa: F401 - its pages

__all__ = ["auditing"]
